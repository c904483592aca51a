# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import ponte.platform.vault.fields
from django.db import migrations

from ponte.platform.vault.migrating import EncryptColumn


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0014_guarded_people'),
    ]

    operations = [
        migrations.AlterField(
            model_name='card',
            name='notes',
            field=ponte.platform.vault.fields.EncryptedTextField(blank=True, verbose_name='note'),
        ),
        migrations.AlterField(
            model_name='enrolment',
            name='outcome_note',
            field=ponte.platform.vault.fields.EncryptedTextField(blank=True, max_length=300, verbose_name="nota sull'esito"),
        ),
        migrations.AlterField(
            model_name='enrolment',
            name='reason',
            field=ponte.platform.vault.fields.EncryptedTextField(blank=True, max_length=300, verbose_name='motivo'),
        ),
        migrations.AlterField(
            model_name='enrolmentevent',
            name='note',
            field=ponte.platform.vault.fields.EncryptedTextField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name='presencequestion',
            name='reply',
            field=ponte.platform.vault.fields.EncryptedTextField(blank=True, max_length=300, verbose_name='risposta'),
        ),
        migrations.AlterField(
            model_name='presencequestion',
            name='text',
            field=ponte.platform.vault.fields.EncryptedTextField(blank=True, max_length=300, verbose_name='messaggio'),
        ),
        *(
            EncryptColumn(table, column, append_only=append_only)
            for table, column, append_only in (
                ("people_card", "notes", False),
                ("people_enrolment", "reason", False),
                ("people_enrolment", "outcome_note", False),
                ("people_enrolmentevent", "note", True),
                ("people_presencequestion", "text", False),
                ("people_presencequestion", "reply", False),
            )
        ),
    ]
