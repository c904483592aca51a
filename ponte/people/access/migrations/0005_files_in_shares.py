# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2


import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_by_person'),
    ]

    operations = [
        migrations.AlterField(
            model_name='share',
            name='opens',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('card', 'la scheda: nomi, nascita, lingue, recapiti'), ('documents', 'i documenti'), ('enrolments', 'le prese in carico del servizio che condivide'), ('activities', 'che cosa ha fatto il servizio che condivide: date e tipo di intervento'), ('notes', 'anche le note di questi interventi, se riguardano solo questa persona'), ('files', 'i file allegati del servizio che condivide')], max_length=10), size=None, verbose_name='che cosa'),
        ),
    ]
