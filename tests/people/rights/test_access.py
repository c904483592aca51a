# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever asks is told all that a service holds on them, and no service's staff learns what another holds."""

import datetime as dt
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ponte.network.models import Service
from ponte.people import enrolling
from ponte.people.rights import holdings, telling
from ponte.people.rights.actions import requests
from ponte.people.rights.models import AccessFile, AccessRequest
from ponte.platform.audit import actions as audit
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from tests.people.access.support import kept
from tests.people.rights.conftest import DAY, Known, seen_by
from tests.people.rights.life import MARKERS, Life, lived, spoken
from tests.support import system_role


@pytest.fixture
def life(known: Known) -> Life:
    life = lived(known)
    spoken(life)
    return life


def received(known: Known, by: str = "operator", service: str = "job_desk") -> AccessRequest:
    user = known.cast.users[by]
    with acting_as(user.pk):
        return requests.receive(
            card=known.card, service=getattr(known.cast, service), asked_on=DAY, identified="document",
            language="it", by=user,
        )  # fmt: skip


def composed(request: AccessRequest, by: object, service: object) -> AccessFile:
    with acting_as(by.pk):  # type: ignore[attr-defined]
        part = requests.order_part(request=request, service=service, by=by)  # type: ignore[arg-type]
    with system_role():
        requests.compose(AccessFile.objects.select_related("request", "service__provider", "made_by").get(pk=part.pk))
        return AccessFile.objects.get(pk=part.pk)


def test_everything_that_was_written_is_in_the_file(life: Life) -> None:
    cast = life.known.cast
    request = AccessRequest(card=life.card, language="it")
    with system_role():
        cards = requests.cards_known(request, cast.job_desk)
        said = json.dumps(telling.machine(cards, cast.job_desk, made_at=timezone.now()), ensure_ascii=False)
    # Telephones are kept with their prefix; where somebody was sent is told by the participation.
    assert [word for word in MARKERS if word not in said] == []
    told = {label for label, rows in json.loads(said)["records"].items() if rows}
    assert told == {
        "people.card", "people.cardname", "people.cardcontact", "people.cardidentifier", "people.enrolment",
        "people.enrolmentevent", "people.acquaintance", "register.participation", "register.interventionnote",
        "rights.noticegiven", "rights.agreement", "rights.correction", "rights.accessrequest", "rights.accessfile",
    }  # fmt: skip
    assert "Piero" not in said, "what was written about somebody else as well is handed over by a person"


def test_what_is_not_told_is_named_with_its_reason(life: Life) -> None:
    with system_role():
        paper = telling.paper([life.card], life.known.cast.job_desk, made_at=timezone.now())
    withheld = dict(paper.sections[-1].facts)
    held = holdings.all_of_them()
    in_part = sum(bool(one.partly) for one in held)
    assert len(withheld) == len({str(one.withheld) for one in held if one.withheld}) + in_part


def secret_life(known: Known) -> None:
    """What the protected desk did with the same person, on the same card."""
    user, cast = known.cast.protected, known.cast
    with acting_as(user.pk):
        enrolling.open_enrolment(
            card=known.card, service=cast.trans_desk, opened_on=DAY, by=user, reason="segretissimo"
        )
        register.record_intervention(
            by=user, service=cast.trans_desk, organisation=cast.ala, kind="test", date=DAY, note="segretissimo",
            participants=[Participant(card=known.card, test="hiv_rapid", result="negative")],
        )  # fmt: skip
        audit.record("people.read_card", known.card, by=user)


def test_a_file_of_one_service_holds_nothing_of_a_protected_one(known: Known) -> None:
    """In rows, in figures and in when the card was looked at: the file is byte for byte the same."""

    def file() -> str:
        with system_role():
            said = telling.machine([known.card], known.cast.job_desk, made_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    before = file()
    secret_life(known)
    assert file() == before
    assert "Sportello Trans" not in before


def test_whoever_is_in_both_teams_composes_each_part_apart(known: Known) -> None:
    secret_life(known)
    cast = known.cast
    with system_role():
        cast.trans_desk.memberships.create(user=cast.operator, role="operator")
    request = received(known)
    for service, there in ((cast.job_desk, False), (cast.trans_desk, True)):
        part = composed(request, cast.operator, service)
        assert (b"segretissimo" in bytes(part.json or b"")) is there
        assert bytes(part.pdf or b"").startswith(b"%PDF")


def test_who_sees_a_request_and_its_parts(known: Known) -> None:
    """The protected desk learns that the person asks elsewhere; nobody learns that it was asked, or knows them."""
    at_desk = received(known)
    at_protected = received(known, "protected", "trans_desk")
    at_reserved = received(known, "social_worker", "psychology")
    team = {"operator", "colleague", "coordinator"}
    assert seen_by(known.cast, lambda: AccessRequest.objects.values_list("pk", flat=True)) == {
        **{name: {at_desk.pk} for name in team},
        "social_worker": {at_desk.pk, at_reserved.pk},
        "protected": {at_desk.pk, at_protected.pk, at_reserved.pk},
        "org_coordinator": {at_desk.pk, at_protected.pk, at_reserved.pk},
        "auditor": {at_desk.pk, at_protected.pk, at_reserved.pk},
    }
    parts = {part.service_id: part.pk for part in _parts()}
    cast = known.cast
    assert seen_by(cast, lambda: AccessFile.objects.values_list("pk", flat=True)) == {
        **{name: {parts[cast.job_desk.pk]} for name in team},
        "social_worker": {parts[cast.psychology.pk]},
        "protected": {parts[cast.trans_desk.pk]},
    }


def _parts() -> list[AccessFile]:
    with system_role():
        return list(AccessFile.objects.all())


def test_no_protected_service_learns_of_another(known: Known) -> None:
    cast = known.cast
    with system_role():
        Service.objects.filter(pk=cast.psychology.pk).update(confidentiality="protected")
    request = received(known, "social_worker", "psychology")
    with acting_as(cast.protected.pk):
        assert not AccessRequest.objects.filter(pk=request.pk).exists()


def test_a_file_is_downloaded_by_its_team_only_and_leaves_a_trace(known: Known, client: Client) -> None:
    request = received(known)
    part = composed(request, known.cast.operator, known.cast.job_desk)
    address = reverse("rights:download", args=[part.pk, "pdf"])
    for name in ("stranger", "protected", "auditor", "org_coordinator"):
        client.force_login(known.cast.users[name])
        assert client.get(address).status_code == 404
    client.force_login(known.cast.colleague)
    page = client.get(reverse("rights:access_request", args=[request.pk])).content.decode()
    assert address in page
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    event = AuditEvent.objects.filter(action="rights.download_access_file").get()
    assert (event.actor_id, event.object_id) == (known.cast.colleague.pk, part.pk)


def test_a_part_of_somebody_kept_to_some_is_theirs_alone(known: Known, client: Client) -> None:
    """All that is held on the person would be open to those from whom the team keeps them."""
    cast = known.cast
    part = composed(received(known), cast.operator, cast.job_desk)
    kept(cast.operator, known.card, cast.job_desk, cast.colleague)
    assert seen_by(cast, lambda: AccessFile.objects.values_list("pk", flat=True)) == {
        "operator": {part.pk},
        "colleague": {part.pk},
    }
    for name, expected in (("colleague", 200), ("coordinator", 404)):
        client.force_login(cast.users[name])
        assert client.get(reverse("rights:download", args=[part.pk, "json"])).status_code == expected


def test_a_part_waits_encrypted(life: Life) -> None:
    """Whoever has a dump would have everything on a person in one file."""
    cast = life.known.cast
    part = composed(received(life.known), cast.operator, cast.job_desk)
    assert cast.job_desk.name in bytes(part.json).decode()
    assert bytes(part.pdf).startswith(b"%PDF")
    with system_role(), connection.cursor() as cursor:
        cursor.execute("SELECT pdf, json FROM rights_accessfile WHERE id = %s", [part.pk])
        assert [value[:7] for value in cursor.fetchone()] == ["ponte1:", "ponte1:"]


def test_a_file_is_gone_after_its_month(known: Known, client: Client) -> None:
    part = composed(received(known), known.cast.operator, known.cast.job_desk)
    with system_role():
        AccessFile.objects.filter(pk=part.pk).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
        assert requests.forget_expired() == 1
    client.force_login(known.cast.operator)
    assert client.get(reverse("rights:download", args=[part.pk, "json"])).status_code == 404


def test_nobody_answers_for_a_service_that_is_not_theirs(known: Known) -> None:
    request = received(known)
    user = known.cast.protected
    with acting_as(user.pk), pytest.raises(PermissionDenied):
        requests.order_part(request=request, service=known.cast.job_desk, by=user)


@pytest.mark.parametrize(
    ("asked", "due"),
    [((2026, 1, 31), (2026, 2, 28)), ((2026, 12, 5), (2027, 1, 5)), ((2028, 1, 30), (2028, 2, 29))],
)
def test_the_answer_is_due_within_a_month(asked: tuple[int, int, int], due: tuple[int, int, int]) -> None:
    assert requests.a_month_after(dt.date(*asked)) == dt.date(*due)


def test_no_word_of_the_file_is_a_column_name(life: Life) -> None:
    """Each thing that is told has Italian words; a new field needs some, or a place in `telling.UNNAMED`."""
    with system_role():
        told = telling.gathered([life.card], life.known.cast.job_desk)
        names = {
            (field.model._meta.label, field.name)
            for one in told
            for row in one.rows
            for name, label, _value in row
            for field in [one.holding.model._meta.get_field(name)]
            if label.casefold() == name.replace("_", " ") and name not in {"nota", "note", "email", "test"}
        }
    assert names == set()
