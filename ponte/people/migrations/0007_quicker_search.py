# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Search at a million people: an index for the further words of a name, and policies that ask who is in the
team once. Acquaintances have a policy of their own, so a condition that repeats it only confuses the planner."""

import django.db.models.deletion
from django.db import migrations, models


MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"
DETAILS = ("people_cardname", "people_cardcontact", "people_cardidentifier", "people_nametoken")


def known(card, repeated):
    return f"EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = {card}{repeated})"


def policies(repeated):
    conditions = {"people_card": f"registered_by_id = {MY_SERVICES} OR {known('people_card.id', repeated)}"}
    conditions |= {table: known(f"{table}.card_id", repeated) for table in DETAILS}
    return [
        f"ALTER POLICY web_rows ON {table} USING ({condition}) WITH CHECK ({condition})"
        for table, condition in conditions.items()
    ]


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_import_digests'),
    ]

    operations = [
        migrations.AlterField(
            model_name='nametoken',
            name='card',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='name_tokens', to='people.card'),
        ),
        migrations.AddIndex(
            model_name='nametoken',
            index=models.Index(fields=['card', 'token'], name='name_token_of_card', opclasses=['int8_ops', 'varchar_pattern_ops']),
        ),
        migrations.RunSQL(policies(""), policies(f" AND a.service_id = {MY_SERVICES}")),
    ]
