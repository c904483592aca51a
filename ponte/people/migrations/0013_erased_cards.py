# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A card whose data were erased stays as a number, so that figures stay right."""

from django.db import migrations, models

from ponte.platform.database import roles

# Past row-level security, because nobody knows an erased card: it tells of the cards asked about that they were erased.
ERASED = f"""
CREATE FUNCTION ponte_erased_cards(cards bigint[]) RETURNS TABLE (card bigint, erased_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.erased_at FROM people_card c WHERE c.id = ANY(cards) AND c.erased_at IS NOT NULL
$$;
REVOKE ALL ON FUNCTION ponte_erased_cards(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_erased_cards(bigint[]) TO {roles.WEB}, {roles.SYSTEM};
"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0012_presence'),
    ]

    operations = [
        migrations.AddField(
            model_name='card',
            name='erased_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.RemoveConstraint(
            model_name='card',
            name='card_has_a_name',
        ),
        migrations.AddConstraint(
            model_name='card',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('chosen_name', ''), ('family_name', ''), ('given_name', ''), ('native_name', ''), _negated=True), ('erased_at__isnull', False), _connector='OR'), name='card_has_a_name', violation_error_message='Serve almeno un nome.'),
        ),
        migrations.RunSQL(ERASED, "DROP FUNCTION ponte_erased_cards(bigint[])"),
    ]
