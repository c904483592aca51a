# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys by which a card is found among all others. A team sees those of its own people. How
frequent one is tells of more than a hundred people and of nobody."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ponte.platform.database.security import ProtectRows

KNOWN = (
    "EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = people_matchkey.card_id "
    "AND a.service_id = ANY((SELECT ponte_team_service_ids())::bigint[]))"
)


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0010_guarded_decisions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FrequentKey',
            fields=[
                ('key', models.BigIntegerField(primary_key=True, serialize=False)),
                ('cards', models.PositiveIntegerField()),
            ],
            options={
                'verbose_name': 'chiave frequente',
                'verbose_name_plural': 'chiavi frequenti',
            },
        ),
        migrations.CreateModel(
            name='MatchKey',
            fields=[
                ('pk', models.CompositePrimaryKey('key', 'card_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('key', models.BigIntegerField()),
                ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='match_keys', to='people.card')),
            ],
            options={
                'verbose_name': 'chiave di confronto',
                'verbose_name_plural': 'chiavi di confronto',
            },
        ),
        migrations.AddField(
            model_name='card',
            name='keys_version',
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddIndex(
            model_name='card',
            index=models.Index(fields=['keys_version'], name='card_by_keys_version'),
        ),
        ProtectRows("people_matchkey", visible=KNOWN),
        ProtectRows("people_frequentkey", visible="true", writable="false"),
    ]
