# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('spreadsheets', '0002_row_level_security'),
    ]

    operations = [
        migrations.AddField(
            model_name='importrun',
            name='left_out',
            field=models.JSONField(default=list),
        ),
    ]
