# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0014_guarded_people'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EmergencyAccess',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=300, verbose_name='che cosa sta succedendo')),
                ('started_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('until', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='emergencies', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'accesso di emergenza',
                'verbose_name_plural': 'accessi di emergenza',
            },
        ),
        migrations.CreateModel(
            name='EmergencyCard',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('access', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='access.emergencyaccess')),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.card')),
            ],
            options={
                'verbose_name': 'scheda aperta in emergenza',
                'verbose_name_plural': 'schede aperte in emergenza',
            },
        ),
        migrations.CreateModel(
            name='EmergencyReview',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('outcome', models.CharField(choices=[('justified', 'giustificato'), ('unjustified', 'non giustificato'), ('reported', 'segnalato come violazione')], max_length=11, verbose_name='esito')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='nota')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('access', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='access.emergencyaccess')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'esame di un accesso di emergenza',
                'verbose_name_plural': 'esami degli accessi di emergenza',
            },
        ),
        migrations.CreateModel(
            name='Protection',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kept_for', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('reason', models.CharField(max_length=300, verbose_name='motivo')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.card')),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'protezione di una persona',
                'verbose_name_plural': 'protezioni di persone',
            },
        ),
        migrations.CreateModel(
            name='Share',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('names_sender', models.BooleanField(default=True, verbose_name='dire quale servizio condivide')),
                ('opens', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('card', 'la scheda: nomi, nascita, lingue, recapiti'), ('documents', 'i documenti'), ('enrolments', 'le prese in carico del servizio che condivide'), ('activities', 'che cosa ha fatto il servizio che condivide: date e tipo di intervento'), ('notes', 'anche le note di questi interventi, se riguardano solo questa persona')], max_length=10), size=None, verbose_name='che cosa')),
                ('lets_enrol', models.BooleanField(default=False, verbose_name='può prendere in carico la persona')),
                ('purpose', models.CharField(max_length=300, verbose_name='scopo')),
                ('basis', models.CharField(choices=[('agreement', "la persona è d'accordo"), ('law', 'una norma lo prevede')], max_length=9, verbose_name='in base a che cosa')),
                ('basis_text', models.CharField(max_length=300, verbose_name='come si è espressa, o quale norma')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name="data dell'accordo")),
                ('until', models.DateTimeField(verbose_name='fino al')),
                ('shared_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ended_at', models.DateTimeField(null=True)),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='people.card')),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receiver', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service', verbose_name='con quale servizio')),
                ('sender', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shared_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'condivisione',
                'verbose_name_plural': 'condivisioni',
            },
        ),
        migrations.AddIndex(
            model_name='emergencyaccess',
            index=models.Index(fields=['user', 'until'], name='emergency_by_user'),
        ),
        migrations.AddConstraint(
            model_name='emergencyaccess',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='an_emergency_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='emergencycard',
            constraint=models.UniqueConstraint(fields=('access', 'card'), name='emergency_card_once'),
        ),
        migrations.AddConstraint(
            model_name='protection',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('card', 'service'), name='one_protection_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='share',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['receiver', 'until'], name='share_received'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(('sender', models.F('receiver')), _negated=True), name='share_is_with_another_service'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(('opens__contains', ['card'])), name='share_opens_the_card'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(('basis', 'agreement'), ('agreed_on__isnull', True), _connector='XOR'), name='share_says_when_the_person_agreed', violation_error_message="Dica quando la persona si è detta d'accordo."),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('purpose', ''), _negated=True), models.Q(('basis_text', ''), _negated=True)), name='share_says_why_and_on_what_basis'),
        ),
    ]
