# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('file_name', models.CharField(max_length=200, verbose_name='file')),
                ('content', models.BinaryField(null=True)),
                ('options', models.JSONField(default=dict)),
                ('mapping', models.JSONField(null=True)),
                ('partial', models.BooleanField(default=False)),
                ('status', models.CharField(choices=[('checking', 'in controllo'), ('checked', 'da confermare'), ('storing', 'in corso'), ('done', 'importato'), ('unreadable', 'illeggibile'), ('failed', 'non riuscito')], default='checking', max_length=10, verbose_name='stato')),
                ('stage', models.CharField(blank=True, max_length=10)),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('heard_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('found', models.JSONField(default=dict)),
                ('refused', models.BinaryField(null=True)),
                ('uploaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='caricato il')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='finito il')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='import_runs', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'importazione',
                'verbose_name_plural': 'importazioni',
                'ordering': ('-id',),
            },
        ),
    ]
