# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The door at intake: its role sees every card but those that only protected services know.

It may add what follows from an answer: that a service works on a card, a question to whoever knows the person, two
cards told apart.
"""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from ponte.platform.database import roles
from ponte.platform.database.security import KeepAppendOnly, OpenDoor, ProtectRows

MINE = "ANY((SELECT ponte_team_service_ids())::bigint[])"
OPEN = (
    "EXISTS (SELECT 1 FROM network_service s WHERE s.id = {service} "
    f"AND (s.confidentiality <> 'protected' OR s.id = {MINE}))"
)
# Row-level security of acquaintances holds inside as well: none of a protected service is among them.
TOLD = "EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = {card})"
KNOWN = (
    "EXISTS (SELECT 1 FROM people_acquaintance a JOIN network_service s ON s.id = a.service_id "
    f"WHERE a.card_id = people_presencequestion.card_id AND a.service_id = {MINE} AND s.confidentiality <> 'protected')"
)
OWN = "asked_by_id = ponte_user_id()"
OF_CARDS = ("people_cardname", "people_cardcontact", "people_cardidentifier", "people_matchkey")


def door(table, **how):
    return OpenDoor(table, role=roles.PRESENCE, **how)


DOOR = [
    door("people_acquaintance", visible=OPEN.format(service="service_id"), addable=f"service_id = {MINE}"),
    door("people_card", visible=TOLD.format(card="people_card.id")),
    *(door(table, visible=TOLD.format(card=f"{table}.card_id")) for table in OF_CARDS),
    door("people_frequentkey", visible="true"),
    door("people_enrolment", visible=OPEN.format(service="service_id"),
         columns=("id", "card_id", "service_id", "opened_on", "closed_on", "referent_id")),
    door("people_identitydecision", visible=f"guarded_by_id IS NULL OR guarded_by_id = {MINE}"),
    door("people_presenceinquiry", visible=OWN, addable=OWN),
    door("people_presencequestion", visible=OWN, addable=OWN),
    door("people_toldapart", visible="true", addable="by_id = ponte_user_id()"),
    *(door(table) for table in ("network_service", "network_organisation", "network_membership", "network_area")),
    door("accounts_user", columns=("id", "name", "is_active")),
]


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0011_match_keys'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PresenceInquiry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('why', models.CharField(choices=[('desk', 'la persona è qui'), ('phone', 'la persona è al telefono'), ('announced', "un altro servizio l'ha annunciata"), ('correction', 'correggo una scheda'), ('other', 'altro motivo, che scrivo')], max_length=10, verbose_name='perché chiede')),
                ('more', models.CharField(blank=True, max_length=200, verbose_name='motivo')),
                ('sheet', models.JSONField(default=dict)),
                ('answered', models.JSONField(default=list)),
                ('is_told', models.BooleanField(default=False)),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('asked_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'domanda di presenza',
                'verbose_name_plural': 'domande di presenza',
                'indexes': [models.Index(fields=['asked_by', 'asked_at'], name='inquiry_by_user'), models.Index(condition=models.Q(('is_told', False)), fields=['asked_at'], name='inquiry_to_tell')],
            },
        ),
        migrations.CreateModel(
            name='PresenceNotice',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('on', models.DateField(verbose_name='giorno')),
                ('seen_at', models.DateTimeField(null=True)),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.card')),
                ('met_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.service')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'avviso di presenza',
                'verbose_name_plural': 'avvisi di presenza',
                'constraints': [models.UniqueConstraint(fields=('service', 'card', 'met_by', 'on'), name='one_presence_notice_a_day')],
            },
        ),
        migrations.CreateModel(
            name='PresenceQuestion',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('shown_name', models.CharField(max_length=210)),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='messaggio')),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='risposta')),
                ('replied_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.card')),
                ('replied_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'richiesta a chi conosce la persona',
                'verbose_name_plural': 'richieste a chi conosce la persona',
                'constraints': [models.UniqueConstraint(condition=models.Q(('replied_at__isnull', True)), fields=('card', 'service'), name='one_open_question_per_card_and_service')],
            },
        ),
        migrations.CreateModel(
            name='ToldApart',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('why', models.CharField(choices=[('knows_both', 'conosco tutte e due le persone'), ('birth', "la data di nascita è un'altra"), ('papers', 'ha un altro documento'), ('relative', 'è un familiare o un omonimo'), ('says_so', 'la persona lo esclude'), ('other', 'altro motivo, che scrivo')], max_length=10, verbose_name="perché è un'altra persona")),
                ('more', models.CharField(blank=True, max_length=200, verbose_name='motivo')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('card_a', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.card')),
                ('card_b', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.card')),
            ],
            options={
                'verbose_name': 'schede tenute distinte',
                'verbose_name_plural': 'schede tenute distinte',
                'constraints': [models.CheckConstraint(condition=models.Q(('card_a__lt', models.F('card_b'))), name='told_apart_lower_card_first'), models.UniqueConstraint(fields=('card_a', 'card_b'), name='told_apart_once')],
            },
        ),
        ProtectRows("people_presenceinquiry", visible="false"),
        ProtectRows("people_presencenotice", visible=f"service_id = {MINE}"),
        ProtectRows("people_presencequestion", visible=f"{OWN} OR {KNOWN}", writable=KNOWN),
        ProtectRows(
            "people_toldapart",
            visible="EXISTS (SELECT 1 FROM people_card c WHERE c.id = card_a_id) "
            "AND EXISTS (SELECT 1 FROM people_card c WHERE c.id = card_b_id)",
            writable="false",
        ),
        KeepAppendOnly("people_toldapart"),
        *DOOR,
    ]
