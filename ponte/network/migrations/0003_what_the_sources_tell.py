# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0002_who_acts'),
    ]

    operations = [
        migrations.AddField(
            model_name='area',
            name='description',
            field=models.TextField(blank=True, verbose_name='descrizione'),
        ),
        migrations.AddField(
            model_name='area',
            name='former_districts',
            field=models.ManyToManyField(blank=True, related_name='former_member_municipalities', to='network.area', verbose_name='ambiti di un tempo'),
        ),
        migrations.AddField(
            model_name='area',
            name='period_note',
            field=models.CharField(blank=True, max_length=120, verbose_name='periodo'),
        ),
        migrations.AddField(
            model_name='governancebody',
            name='members',
            field=models.TextField(blank=True, verbose_name='composizione'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='other_names',
            field=models.CharField(blank=True, max_length=300, verbose_name='altri nomi'),
        ),
        migrations.AddField(
            model_name='project',
            name='context',
            field=models.TextField(blank=True, verbose_name='contesto'),
        ),
        migrations.AddField(
            model_name='project',
            name='funders_note',
            field=models.TextField(blank=True, verbose_name='nota sul sostegno'),
        ),
        migrations.AddField(
            model_name='project',
            name='governance_note',
            field=models.TextField(blank=True, verbose_name='governo del progetto'),
        ),
        migrations.AddField(
            model_name='project',
            name='other_names',
            field=models.CharField(blank=True, max_length=300, verbose_name='altri nomi'),
        ),
        migrations.AddField(
            model_name='project',
            name='partners_note',
            field=models.TextField(blank=True, verbose_name='nota sui partner'),
        ),
        migrations.AddField(
            model_name='project',
            name='phone',
            field=models.CharField(blank=True, max_length=40, verbose_name='telefono'),
        ),
        migrations.AddField(
            model_name='service',
            name='funders_note',
            field=models.TextField(blank=True, verbose_name='nota sul sostegno'),
        ),
        migrations.AddField(
            model_name='service',
            name='other_names',
            field=models.CharField(blank=True, max_length=300, verbose_name='altri nomi'),
        ),
        migrations.AddField(
            model_name='service',
            name='partners_note',
            field=models.TextField(blank=True, verbose_name='nota sui partner'),
        ),
        migrations.AddField(
            model_name='site',
            name='host',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='network.organisation', verbose_name='presso'),
        ),
        migrations.AddField(
            model_name='site',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sites', to='network.project', verbose_name='progetto'),
        ),
        migrations.AddField(
            model_name='staffrole',
            name='note',
            field=models.CharField(blank=True, max_length=200, verbose_name='nota'),
        ),
        migrations.RemoveField(model_name='service', name='languages'),
        migrations.AddField(
            model_name='service',
            name='languages',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='lingue'),
        ),
        migrations.AlterField(
            model_name='site',
            name='service',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sites', to='network.service', verbose_name='servizio'),
        ),
        migrations.AddConstraint(
            model_name='site',
            constraint=models.CheckConstraint(condition=models.Q(('service__isnull', True), ('project__isnull', True), _connector='XOR'), name='site_is_of_a_service_or_a_project'),
        ),
    ]
