# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people ask is decided by somebody else than who wrote it down, and holds for every action at once."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ponte.people import actions, enrolling, identity
from ponte.people.holds import HeldError
from ponte.people.models import Acquaintance, Card, CardContact
from ponte.people.rights.actions import corrections, disposals, restrictions, terms
from ponte.people.rights.models import Correction, Disposal, RecordClass, Restriction, RetentionTerm
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from tests.people.access.support import shared
from tests.people.rights.conftest import DAY, Known, seen_by
from tests.people.support import registered
from tests.support import system_role

TEAM = {"operator", "colleague", "coordinator"}


def asked(known: Known, field: str = "birth_date", value: str = "12/03/1991") -> Correction:
    user = known.cast.operator
    with acting_as(user.pk):
        return corrections.ask(
            card=known.card, service=known.cast.job_desk, field=field, value=value, by=user, why="ha il passaporto"
        )


def restricted(known: Known, by: str = "operator", service: str = "job_desk") -> Restriction:
    user = known.cast.users[by]
    with acting_as(user.pk):
        return restrictions.restrict(
            card=known.card, service=getattr(known.cast, service), kind="restriction", ground="accuracy", since=DAY,
            by=user,
        )  # fmt: skip


def test_a_correction_is_written_by_the_card_own_action_with_its_history(known: Known) -> None:
    correction, user = asked(known), known.cast.colleague
    with acting_as(user.pk):
        corrections.approve(correction=correction, by=user)
        card = Card.objects.get(pk=known.card.pk)
        assert (card.birth_year, card.birth_month, card.birth_day) == (1991, 3, 12)
    event = AuditEvent.objects.get(action="people.change_card", object_id=known.card.pk)
    assert (event.actor_id, event.before["birth_year"], event.after["birth_year"]) == (user.pk, 1990, 1991)  # type: ignore[index]
    assert "Rettifica richiesta il" in event.reason


def test_whoever_wrote_it_down_does_not_decide_and_a_refusal_says_why(known: Known) -> None:
    correction, cast = asked(known), known.cast
    with acting_as(cast.operator.pk), pytest.raises(PermissionDenied):
        corrections.approve(correction=correction, by=cast.operator)
    with acting_as(cast.stranger.pk), pytest.raises(PermissionDenied):
        corrections.approve(correction=correction, by=cast.stranger)
    with acting_as(cast.colleague.pk):
        with pytest.raises(ValidationError, match="ha diritto di saperlo"):
            corrections.refuse(correction=correction, answer=" ", by=cast.colleague)
        corrections.refuse(correction=correction, answer="Il passaporto dice altro.", by=cast.colleague)
        with pytest.raises(ValidationError, match="già stato deciso"):
            corrections.approve(correction=correction, by=cast.colleague)
        assert Card.objects.get(pk=known.card.pk).birth_year == 1990


def test_what_is_no_date_is_not_asked(known: Known) -> None:
    with pytest.raises(ValidationError, match="una data"):
        asked(known, value="ieri")


def test_a_restricted_card_is_kept_and_not_used(known: Known) -> None:
    """By change, enrolment, work, merge and import alike; a correction is what the restriction waits for."""
    other = registered(known.cast.operator, known.cast.job_desk, given_name="Amina", family_name="Idrissi")
    correction = asked(known)
    restriction, user, cast = restricted(known), known.cast.operator, known.cast
    with acting_as(user.pk):
        with pytest.raises(HeldError, match="conservare, non usare"):
            actions.change_card(card=known.card, fields={"notes": "altro"}, by=user)
        with pytest.raises(HeldError):
            actions.add_detail(detail=CardContact(card=known.card, kind="phone", value="3331112223"), by=user)
        with pytest.raises(HeldError):
            enrolling.open_enrolment(card=known.card, service=cast.job_desk, opened_on=DAY, by=user)
        with pytest.raises(HeldError):
            register.record_intervention(
                by=user, service=cast.job_desk, organisation=cast.ala, kind="interview", date=DAY,
                participants=[Participant(card=known.card)],
            )  # fmt: skip
        with pytest.raises(HeldError):
            identity.decide_same(one=known.card, other=other, by=user)
    with acting_as(cast.colleague.pk):
        corrections.approve(correction=correction, by=cast.colleague)
        restrictions.lift(restriction=restriction, reason="Verificata: la data è giusta.", by=cast.colleague)
        actions.change_card(card=known.card, fields={"notes": "altro"}, by=cast.colleague)


def test_a_restriction_of_a_protected_desk_binds_it_alone_and_tells_nobody(known: Known) -> None:
    restriction = restricted(known, "protected", "trans_desk")
    assert seen_by(known.cast, lambda: Restriction.objects.values_list("pk", flat=True)) == {
        "protected": {restriction.pk}
    }
    with acting_as(known.cast.operator.pk):
        actions.change_card(card=known.card, fields={"notes": "si può"}, by=known.cast.operator)
    with acting_as(known.cast.protected.pk), pytest.raises(HeldError):
        actions.change_card(card=known.card, fields={"notes": "no"}, by=known.cast.protected)


def test_who_sees_restrictions_and_corrections(known: Known) -> None:
    for model, row in ((Restriction, restricted(known)), (Correction, asked(known))):
        seen = seen_by(known.cast, lambda: model.objects.values_list("pk", flat=True))  # noqa: B023
        assert seen == {name: {row.pk} for name in TEAM | {"social_worker", "protected"}}


def test_the_card_and_its_print_say_that_it_is_restricted(known: Known, client: Client) -> None:
    restricted(known)
    client.force_login(known.cast.operator)
    for name in ("people:card", "people:print", "rights:person"):
        page = client.get(reverse(name, args=[known.card.code])).content.decode()
        assert "non usare" in page


@pytest.mark.parametrize(("noted_in", "names_sender"), [("job_desk", True), ("trans_desk", False)])
def test_whoever_reads_a_shared_card_is_told_that_it_is_restricted_and_cannot_take_the_person_on(
    known: Known, client: Client, noted_in: str, names_sender: bool
) -> None:
    """By the service that lets it be read, named as in the share; the desk that knows the person is told no more."""
    cast, sender, by = known.cast, getattr(known.cast, noted_in), "operator" if names_sender else "protected"
    shared(getattr(cast, by), known.card, sender, cast.foreign_desk, lets_enrol=True, names_sender=names_sender)
    restricted(known, by, noted_in)
    client.force_login(cast.stranger)
    page = client.get(reverse("people:card", args=[known.card.code])).content.decode()
    assert "conservare, non usare" in page
    assert (str(sender) in page, "un servizio della rete" in page) == (names_sender, not names_sender)
    assert "conservare, non usare" in client.get(reverse("access:received")).content.decode()
    with acting_as(cast.stranger.pk), pytest.raises(HeldError):
        enrolling.open_enrolment(card=known.card, service=cast.foreign_desk, opened_on=DAY, by=cast.stranger)
    client.force_login(cast.operator)
    page = client.get(reverse("people:card", args=[known.card.code])).content.decode()
    assert ("conservare, non usare" in page) == names_sender


def test_a_restricted_card_is_shared_only_where_the_person_agrees(known: Known) -> None:
    restricted(known)
    cast = known.cast
    with pytest.raises(HeldError):
        shared(cast.operator, known.card, cast.job_desk, cast.foreign_desk, basis="law")
    shared(cast.operator, known.card, cast.job_desk, cast.foreign_desk)


def last_met(known: Known, day: dt.date) -> None:
    with system_role():
        Acquaintance.objects.filter(card=known.card, service=known.cast.job_desk).update(
            since=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
        )


@pytest.mark.parametrize(("met", "proposed"), [((2015, 5, 1), 1), ((2024, 5, 1), 0)])
def test_the_night_proposes_what_is_due_and_nothing_else(
    known: Known, met: tuple[int, int, int], proposed: int
) -> None:
    last_met(known, dt.date(*met))
    said = {"record_class": RecordClass.CARD, "service": known.cast.job_desk, "months": 120, "basis": "Massimario"}
    terms.set_term(term=RetentionTerm(), fields=said, by=None)
    with system_role():
        for _night in range(2):
            disposals.propose_due(today=dt.date(2026, 11, 25))
        rows = Disposal.objects.values_list("card_id", "service_id", "ground", "proposed_by")
        assert list(rows) == [(known.card.pk, known.cast.job_desk.pk, "term", None)] * proposed


def test_whoever_was_met_since_is_not_due(known: Known) -> None:
    last_met(known, dt.date(2015, 5, 1))
    user, cast = known.cast.operator, known.cast
    with acting_as(user.pk):
        register.record_intervention(
            by=user, service=cast.job_desk, organisation=cast.ala, kind="interview", date=dt.date(2025, 3, 1),
            participants=[Participant(card=known.card)],
        )  # fmt: skip
    RetentionTerm.objects.create(record_class=RecordClass.CARD, months=120, basis="Massimario")
    with system_role():
        disposals.propose_due(today=dt.date(2026, 11, 25))
        assert not Disposal.objects.filter(service=cast.job_desk).exists()


def test_terms_are_set_by_who_coordinates_and_by_the_network(known: Known, client: Client) -> None:
    cast = known.cast
    sent = {"record_class": "card", "service": cast.job_desk.pk, "months": "60", "basis": "Delibera 12/2026"}
    for name, status in (("operator", 403), ("auditor", 403), ("coordinator", 302)):
        client.force_login(cast.users[name])
        assert client.post(reverse("rights:new_term"), sent).status_code == status
    client.force_login(cast.coordinator)
    elsewhere = client.post(reverse("rights:new_term"), sent | {"service": cast.foreign_desk.pk})
    assert elsewhere.status_code == 200, "the form comes back: that service is not theirs"
    client.force_login(cast.network_manager)
    assert client.post(reverse("rights:new_term"), sent | {"service": ""}).status_code == 302
    assert sorted(RetentionTerm.objects.values_list("service_id", "months"), key=str) == sorted(
        [(cast.job_desk.pk, 60), (None, 60)], key=str
    )


def test_the_work_list_leads_from_the_request_to_its_decision(known: Known, client: Client) -> None:
    cast, code = known.cast, known.card.code
    client.force_login(cast.operator)
    service = {"service": cast.job_desk.pk}
    wrong = {"field": "phone", "value": "3330001112", "said_by": "person"} | service
    assert client.post(reverse("rights:ask_correction", args=[code]), wrong).status_code == 302
    gone = {"record_class": "card", "ground": "request", "why": "lo chiede"} | service
    assert client.post(reverse("rights:propose_disposal", args=[code]), gone).status_code == 302
    page = client.get(reverse("rights:person", args=[code])).content.decode()
    correction, disposal = Correction.objects.get(), Disposal.objects.get()
    assert reverse("rights:correction", args=[correction.pk]) in page
    client.force_login(cast.coordinator)
    work = client.get(reverse("rights:work")).content.decode()
    for name, row in (("correction", correction), ("disposal", disposal)):
        address = reverse(f"rights:{name}", args=[row.pk])
        assert address in work
        assert client.get(address).status_code == 200
    approved = client.post(reverse("rights:correction", args=[correction.pk]), {"approve": "1"})
    assert approved.status_code == 302
    warned = client.get(reverse("rights:disposal", args=[disposal.pk])).content.decode()
    assert "non si potranno più annullare" in warned
    refused = {"refuse": "1", "reason": "La segue ancora il Comune."}
    assert client.post(reverse("rights:disposal", args=[disposal.pk]), refused).status_code == 302
    client.force_login(cast.auditor)
    page = client.get(reverse("rights:disposal", args=[disposal.pk])).content.decode()
    assert "Amina" not in page
    client.force_login(cast.stranger)
    assert client.get(reverse("rights:disposal", args=[disposal.pk])).status_code == 404


def test_the_work_list_asks_the_same_of_the_database_for_one_and_for_three(known: Known, client: Client) -> None:
    client.force_login(known.cast.coordinator)
    others = [registered(known.cast.operator, known.cast.job_desk) for _ in range(2)]

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("rights:work")).status_code == 200
        return len(captured)

    def propose(card: Card) -> None:
        user = known.cast.operator
        with acting_as(user.pk):
            disposals.propose(card=card, service=known.cast.job_desk, ground="request", by=user)
            corrections.ask(card=card, service=known.cast.job_desk, field="phone", value="1", by=user)

    propose(known.card)
    client.get(reverse("rights:work"))
    one = count()
    for card in others:
        propose(card)
    assert count() == one


def test_whom_a_service_keeps_for_some_the_others_of_its_team_do_not_meet_here(known: Known) -> None:
    cast = known.cast
    rows = {
        Restriction: restricted(known).pk,
        Correction: asked(known).pk,
    }
    with acting_as(cast.operator.pk):
        rows[Disposal] = disposals.propose(
            card=known.card, service=cast.job_desk, ground="request", by=cast.operator
        ).pk  # fmt: skip
    with system_role():
        Acquaintance.objects.filter(card=known.card, service=cast.job_desk).update(guarded_for=[cast.operator.pk])
    for model, row in rows.items():
        seen = seen_by(cast, lambda: model.objects.values_list("pk", flat=True))  # noqa: B023
        kept = {"org_coordinator", "auditor"} if model is Disposal else set()
        assert seen == {name: {row} for name in {"operator"} | kept}
