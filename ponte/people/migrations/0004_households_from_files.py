# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0002_who_acts'),
        ('people', '0003_acquaintance_without_recursion'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='card',
            name='card_by_phone',
        ),
        migrations.AddField(
            model_name='household',
            name='import_ref',
            field=models.CharField(blank=True, db_default='', editable=False, max_length=80),
        ),
        migrations.AddField(
            model_name='household',
            name='import_source',
            field=models.CharField(blank=True, db_default='', editable=False, max_length=80),
        ),
        migrations.AddIndex(
            model_name='card',
            index=models.Index(condition=models.Q(('phone', ''), _negated=True), fields=['phone'], name='card_by_phone', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddIndex(
            model_name='cardcontact',
            index=models.Index(fields=['value'], name='contact_by_value', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddConstraint(
            model_name='household',
            constraint=models.UniqueConstraint(condition=models.Q(('import_ref', ''), _negated=True), fields=('import_source', 'import_ref'), name='one_household_per_imported_ref'),
        ),
    ]
