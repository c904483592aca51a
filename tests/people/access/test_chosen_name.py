# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A chosen name is the name: no page, list, search, share, emergency or export shows the legal one."""

import datetime as dt

from django.test import Client

from ponte.people import enrolling
from ponte.people.models import CardIdentifier
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register import queries
from ponte.register.entries import Participant
from ponte.register.export import sheet_rows
from tests.cast import Cast
from tests.people.access.support import asked_about, broken, shared
from tests.people.support import registered

LEGAL = ("Ermenegildo", "RSSRNG80A01F205X")


def test_the_legal_name_stays_behind_its_audited_step(cast: Cast, client: Client) -> None:
    card = registered(
        cast.operator,
        cast.job_desk,
        given_name="Ermenegildo",
        family_name="Rossi",
        chosen_name="Luna",
        birth_year=1980,
    )
    with acting_as(cast.operator.pk):
        CardIdentifier.objects.create(card=card, kind="fiscal_code", value=LEGAL[1])
        enrolling.open_enrolment(card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 9), by=cast.operator)
        work = register.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="interview", minutes=30,
            date=dt.date(2026, 1, 9), participants=[Participant(card=card)],
        )  # fmt: skip
        assert not any(name in str(row) for row in sheet_rows(queries.visible_to(cast.operator)) for name in LEGAL)
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk, opens=["documents", "activities"])
    (told, *_) = asked_about(cast.mediator, cast.mediation, given_name="Luna", family_name="Rossi", birth_date="1980")
    assert told.name == "Luna Rossi"
    emergency = broken(cast.mediator, cast.mediation, given_name="Luna", family_name="Rossi", birth_date="1980")
    of_card = f"/persone/{card.code}/"
    pages = {
        cast.operator: [
            "/", "/persone/", "/persone/?q=rossi", "/cerca/?q=rossi", of_card, f"{of_card}stampa/",
            f"{of_card}condividi/", f"{of_card}proteggi/", f"{of_card}nome-legale/", "/registro/",
            f"/registro/{work.pk}/", "/persone/duplicati/", f"{of_card}diritti/",
        ],
        cast.stranger: [of_card, "/persone/condivise/", "/persone/?q=rossi"],
        cast.mediator: [of_card, f"/accessi-di-emergenza/{emergency.pk}/", f"/persone/emergenza/{told.reference}/"],
        cast.auditor: ["/", f"/accessi-di-emergenza/{emergency.pk}/", "/tracce/"],
    }  # fmt: skip
    shown = set()
    for user, paths in pages.items():
        client.force_login(user)
        for path in paths:
            answer = client.get(path)
            assert answer.status_code in {200, 302}, path
            shown |= {(user.name, path, name) for name in LEGAL if name in answer.content.decode()}
    assert shown == set()
    client.force_login(cast.operator)
    answer = client.post(f"{of_card}nome-legale/", {"reason": "Serve per un modulo"})
    assert "Ermenegildo" in answer.content.decode()
    assert AuditEvent.objects.filter(action="people.read_legal_name", object_id=card.pk).exists()
