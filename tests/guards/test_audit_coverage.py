# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of Ponte is asked for and sent to: what shows a person or changes something of one leaves an event.

A new address with arguments fails here until `ARGUMENTS` says with what to ask for it, or `ABOUT_NOBODY` why it is
about no person.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import URLResolver
from django.utils import timezone

from ponte.people import enrolling
from ponte.people.models import Card, CardContact, Enrolment, PresenceNotice, PresenceQuestion
from ponte.people.review import actions as review
from ponte.people.review.models import MatchPair
from ponte.people.review.proposals import Proposal
from ponte.platform.audit.models import AuditEvent
from ponte.platform.checks.database import personal_tables
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from tests.cast import Cast
from tests.people.review.conftest import like
from tests.people.support import registered
from tests.register.support import fields_of
from tests.support import system_role

MARKERS = ("Zubaida", "Marcatore", "333 123 4567")
WHO = ("operator", "coordinator", "stranger", "auditor", "administrator", "network_manager")

# Why an address with arguments needs none here: nothing that it shows or changes is of a person whom Ponte serves.
ABOUT_NOBODY = {
    "network": "organisations, services, projects and areas",
    "teams": "users and their roles",
    "learning": "weights, figures alone",
    "reports": "figures; the rows behind them have no names",
    "account": "the user's own account",
    "mfa": "the user's own account",
    "openid": "the user's own account",
    "accounts": "the user's own account",
    "components": "samples",
    "language": "the user's own language",
    "api": "the user's own tokens",
    "oversight:request": "what is shown of events: codes and no person; reading it is an event",
    "oversight:unusual_one": "codes and no person; a review is an event",
    "register:export": "in test_a_register_taken_away_names_whom_it_holds",
    "register:analysis_export": "figures",
    "register:indicator": "definitions",
    "register:move_indicator": "definitions",
    "register:delete_indicator": "definitions",
    "register:section_indicators": "figures",
    "register:create_indicator": "definitions",
    "register:indicator_preview": "figures",
    "register:propose_indicators": "definitions",
    "spreadsheets": "the uploader's own file; taking it in and taking refused rows away are events",
    "rights:notice": "texts",
    "rights:translate_notice": "texts",
    "rights:purpose": "texts",
}


@dataclass(frozen=True, slots=True)
class World:
    card: Card
    other: Card
    enrolment: Enrolment
    closed: Enrolment
    contact: int
    intervention: int
    pair: int
    question: int
    notice: int

    def arguments(self, name: str) -> dict[str, object] | None:
        """With what to ask for the address; None where nobody said so."""
        return {
            "people:close_enrolment": {"code": self.card.code, "pk": self.enrolment.pk},
            "people:reopen_enrolment": {"code": self.other.code, "pk": self.closed.pk},
            "people:add_detail": {"code": self.card.code, "word": "recapiti"},
            "people:remove_detail": {"code": self.card.code, "word": "recapiti", "pk": self.contact},
            "people:reply": {"pk": self.question},
            "people:seen": {"pk": self.notice},
            "register:intervention": {"pk": self.intervention},
            "register:correct": {"pk": self.intervention},
            "register:void": {"pk": self.intervention},
            "register:undo": {"pk": self.intervention},
            "register:repeat": {"pk": self.intervention},
            "review:pair": {"pk": self.pair},
            "review:take_back": {"pk": self.pair},
        }.get(name)


# Searched for so that what is echoed is no marker.
QUERIES = {
    "people:list": "?q=zubaid", "search": "?q=zubaid", "register:people": "?person=zubaid",
    "register:quick": "?persona={card}", "review:merge": "?con={other}", "register:list": "?period=all",
    "register:figure_rows": "?measure=people&service=sportello-lavoro",
}  # fmt: skip
SENT = {
    "people:new": {"given_name": "Zubaida", "family_name": "Marcatore", "asking_why": "desk"},
    "people:likely": {"given_name": "Zubaida", "family_name": "Marcatore", "asking_why": "desk"},
    "people:edit": {"birth_place": "Kabul"},
    "people:legal_name": {"reason": "Questura"},
    "people:add_detail": {"kind": "email", "value": "z@example.org"},
    "people:household": {"other": "{other}", "role": "child"},
    "people:close_enrolment": {"closed_on": "2026-06-01", "outcome": "completed"},
    "people:reopen_enrolment": {"on": "2026-06-02", "note": "torna"},
    "people:reply": {"reply": "Chiami domani"},
    "register:void": {"reason": "doppione"},
    "review:pair": {"answer": "different", "note": "guardate"},
}


@pytest.fixture
def world(cast: Cast) -> World:
    card = registered(
        cast.operator, cast.job_desk, given_name="Zubaida", family_name="Marcatore", phone="+393331234567",
        birth_year=1990,
    )  # fmt: skip
    other = registered(cast.operator, cast.job_desk, given_name="Zubayda", family_name="Rahimi", birth_year=1990)
    with acting_as(cast.operator.pk):
        enrolment, closed = (
            enrolling.open_enrolment(
                card=one,
                service=cast.job_desk,
                opened_on=dt.date(2026, 1, 7),
                by=cast.operator,
                referent=cast.operator,
            )
            for one in (card, other)
        )
        enrolling.close_enrolment(
            enrolment=closed, closed_on=dt.date(2026, 5, 1), outcome="completed", note="", by=cast.operator
        )
        intervention = register.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="interview",
            date=timezone.localdate(), minutes=30, participants=[Participant(card=card)],
        )  # fmt: skip
        contact = CardContact.objects.create(card=card, kind="phone", value="+393331234567")
    with system_role():
        review.propose([Proposal(card.pk, other.pk, like())], source="dedupe", by=None)
        question = PresenceQuestion.objects.create(
            card=card, shown_name=card.display_name, asked_by=cast.stranger, service=cast.foreign_desk, text="?"
        )
        notice = PresenceNotice.objects.create(
            card=card, service=cast.job_desk, met_by=cast.foreign_desk, on=timezone.localdate()
        )
        pair = MatchPair.objects.get(card_a=min(card.pk, other.pk))
    return World(
        card, other, enrolment, closed, contact.pk, intervention.pk, pair.pk, question.pk, notice.pk
    )  # fmt: skip


def addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, set[str]]]:
    """Every named address, with the names of its arguments."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}:{pattern.name}" if space else str(pattern.name), set(pattern.pattern.regex.groupindex)
        else:
            yield from addresses(pattern, pattern.namespace or space)


def _path(world: World, name: str, arguments: set[str]) -> str | None:
    if (given := world.arguments(name)) is not None:
        return reverse(name, kwargs=given)
    if not arguments:
        return reverse(name)
    return reverse(name, kwargs={"code": world.card.code}) if arguments == {"code"} else None


def _is_about_nobody(name: str) -> bool:
    return name in ABOUT_NOBODY or name.partition(":")[0].partition("_")[0] in ABOUT_NOBODY


def _changes() -> dict[str, int]:
    """How many rows of each table with people's data this transaction has written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables WHERE relname = ANY(%s)",
            [personal_tables()],
        )
        return dict(cursor.fetchall())


def _events_since(last: int) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(pk__gt=last))


def _last() -> int:
    return AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _tells_of(event: AuditEvent, card: Card) -> bool:
    return event.object_type == "people.card" and card.pk in {event.object_id, *(event.object_ids or ())}


def _browser(cast: Cast, name: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.django_db
def test_every_address_is_one_that_this_guard_knows(world: World) -> None:
    """Also: no reason is left behind for an address that is gone."""
    unknown = [
        name
        for name, arguments in addresses()
        if not _is_about_nobody(name) and name not in REASONED and _path(world, name, arguments) is None
    ]
    assert unknown == []
    names = {name for name, _ in addresses()}
    assert {name for name in (*QUERIES, *SENT, *REASONED) if name not in names} == set()


# Whoever builds these pages tests their events beside them, with the world that they need.
REASONED = {
    "accept_invitation": "a user's own invitation; tests/network/teams",
    "end_session": "the user's own sessions",
    "v1:person": "with a token, tests/api",
    "v1:measure": "figures, with a token, tests/api",
    "attachments:download": "tests/people/attachments",
    "attachments:remove": "tests/people/attachments",
    "review:drop": "tests/people/review/test_overruled.py",
    "rights:lift": "tests/people/rights",
    "rights:access_request": "tests/people/rights",
    "rights:order_part": "tests/people/rights",
    "rights:close_access": "tests/people/rights",
    "rights:download": "tests/people/rights",
    "rights:correction": "tests/people/rights",
    "rights:disposal": "tests/people/rights",
    "rights:term": "terms of services, nobody's data",
    "rights:paper": "drafts generated from the system's own description",
    "rights:paper_file": "drafts generated from the system's own description",
    "access:end_share": "tests/people/access/test_sharing.py",
    "access:lift": "tests/people/access/test_keeping.py",
    "access:orphan": "tests/people/access/test_reopening.py",
    "access:break_glass": "tests/people/access/test_emergencies.py",
    "access:emergency": "tests/people/access/test_emergencies.py",
    "access:close_emergency": "tests/people/access/test_emergencies.py",
    "rights:agreement": "tests/people/rights/test_telling.py",
    "rights:withdraw": "tests/people/rights/test_telling.py",
    "review:bulk_done": "a batch and its number of cards, tests/people/review/test_pages.py",
    "review:bulk_undo": "tests/people/review/test_pages.py",
    "review:part": "tests/people/review/test_merging.py",
}


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_whatever_page_names_a_person_leaves_an_event_that_tells_of_them(cast: Cast, world: World, who: str) -> None:
    client = _browser(cast, who)
    codes = {"card": world.card.code, "other": world.other.code}
    shown = set()
    for name, arguments in addresses():
        path = _path(world, name, arguments)
        if path is None or name == "account_logout":
            continue
        last = _last()
        answer = client.get(path + QUERIES.get(name, "").format(**codes))
        assert answer.status_code < 500, name
        content = answer.content.decode(errors="replace") if answer.status_code == 200 else ""
        if any(marker in content for marker in MARKERS):
            shown.add(name)
            assert any(_tells_of(event, world.card) for event in _events_since(last)), f"{name} showed a person"
    team = {"people:card", "people:list", "search", "home", "register:list", "register:intervention", "review:pair"}
    assert shown >= team if who in {"operator", "coordinator"} else not shown & team, shown


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["operator", "coordinator"])
def test_whatever_changes_something_of_a_person_leaves_an_event(cast: Cast, world: World, who: str) -> None:
    client = _browser(cast, who)
    codes = {"card": world.card.code, "other": world.other.code}
    wrote = set()
    for name, arguments in sorted(addresses(), key=lambda one: one[0] in {"register:undo", "people:close_enrolment"}):
        path = _path(world, name, arguments)
        if path is None or name in {"account_logout", "account_change_password", "account_reset_password"}:
            continue
        page = client.get(path + QUERIES.get(name, "").format(**codes))
        form = fields_of(page.content.decode()) if page.status_code == 200 and not page.streaming else {}
        sent = {key: value.format(**codes) for key, value in SENT.get(name, {}).items()}
        before, last = _changes(), _last()
        answer = client.post(path, form | sent)
        assert answer.status_code < 500, name
        changed = {table for table, count in _changes().items() if count > before.get(table, 0)}
        if changed:
            wrote.add(name)
            assert _events_since(last), f"{name} changed {changed}"
    assert wrote >= {
        "people:edit", "people:add_detail", "people:close_enrolment", "people:household", "people:likely",
        "people:remove_detail", "people:reply", "people:seen", "register:void", "review:pair",
    }, wrote  # fmt: skip


@pytest.mark.django_db
def test_a_register_taken_away_names_whom_it_holds(cast: Cast, world: World) -> None:
    client = _browser(cast, "operator")
    for kind in ("csv", "xlsx", "ods"):
        last = _last()
        assert client.get(f"/registro/esporta/{kind}/").status_code == 200
        events = _events_since(last)
        assert {event.action for event in events} == {"register.export_interventions", "people.see_people"}
        assert any(_tells_of(event, world.card) for event in events)
