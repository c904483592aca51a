# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_settle_persons'),
    ]

    operations = [
        migrations.AddField(
            model_name='card',
            name='import_digests',
            field=models.JSONField(editable=False, null=True),
        ),
    ]
