# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import django.db.models.functions.datetime
import ponte.platform.vault.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0013_erased_cards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('file', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', ponte.platform.vault.fields.EncryptedTextField(max_length=200, verbose_name='nome')),
                ('media_type', models.CharField(max_length=100, verbose_name='tipo')),
                ('size', models.PositiveIntegerField(verbose_name='dimensione')),
                ('note', ponte.platform.vault.fields.EncryptedTextField(blank=True, max_length=200, verbose_name="che cos'è")),
                ('for_all', models.BooleanField(default=False, verbose_name='anche per gli altri servizi che seguono la persona')),
                ('added_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('added_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='people.card')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service', verbose_name='servizio che lo conserva')),
            ],
            options={
                'verbose_name': 'allegato',
                'verbose_name_plural': 'allegati',
            },
        ),
        migrations.CreateModel(
            name='AttachmentRemoval',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('reason', ponte.platform.vault.fields.EncryptedTextField(max_length=300, verbose_name='motivo')),
                ('removed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='removal', to='attachments.attachment')),
                ('removed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'allegato tolto',
                'verbose_name_plural': 'allegati tolti',
            },
        ),
    ]
