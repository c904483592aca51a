# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every way in which somebody may come to know of a person: what it gives them, and what the model says."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection
from django.test import Client

from ponte.people import presence, queries
from ponte.people.access import queries as access
from ponte.people.access import reopening
from ponte.people.access.models import EmergencyAccess, EmergencyCard, Protection, Share
from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    Enrolment,
    EnrolmentEvent,
    KnownName,
    MatchKey,
    NameToken,
    PresenceNotice,
)
from ponte.people.presence import Purpose, Question
from ponte.people.search import search
from ponte.platform.database.actor import acting_as
from ponte.portal.search import everywhere
from ponte.register import queries as register
from ponte.register.export import COLUMNS, sheet_rows
from ponte.register.models import Intervention, InterventionNote, Participation
from tests.people.access.everyone import asking_papers
from tests.people.access.everyone.building import NAMES, Built
from tests.people.access.everyone.model import Model
from tests.people.access.everyone.tally import Tally


def ask_everything(model: Model, built: Built, client: Client, tally: Tally) -> None:
    for user in range(len(built.users)):
        with acting_as(built.users[user].pk):
            _rows(user, model, built, tally)
            asking_papers.rows(user, model, built, tally)
            _queries(user, model, built, tally)
            asking_papers.asked(user, model, built, tally)
            _searches(user, model, built, tally)
            _presence(user, model, built, tally)
        _pages(user, model, built, client, tally)
        asking_papers.pages(user, model, built, client, tally)


def _rows(user: int, model: Model, built: Built, tally: Tally) -> None:
    """Straight from the tables, past every query of ours: the policies alone."""
    cards, number, service = len(built.cards), built.card_number, built.service_number
    reads, knows = model.reads(user), model.knows(user)
    by_card: list[tuple[Any, set[int]]] = [
        (Card, reads), (CardName, reads), (CardContact, reads), (NameToken, reads),
        (CardIdentifier, model.documents(user)), (MatchKey, knows),
    ]  # fmt: skip
    for table, allowed in by_card:
        column = "pk" if table is Card else "card_id"
        given = {number[pk] for pk in table.objects.values_list(column, flat=True)}
        tally.compare(user, table.__name__, given, allowed, cards)
    pairs: list[tuple[Any, tuple[str, str], str]] = [
        (Acquaintance, ("card_id", "service_id"), "known_by"),
        (KnownName, ("card_id", "service_id"), "known_by"),
        (PresenceNotice, ("card_id", "service_id"), "known_by"),
        (Enrolment, ("card_id", "service_id"), "enrolled"),
        (EnrolmentEvent, ("enrolment__card_id", "enrolment__service_id"), "enrolled"),
        (Participation, ("card_id", "intervention__service_id"), "met"),
    ]
    for table, columns, of in pairs:
        given_pairs = {(number[card], service[one]) for card, one in table.objects.values_list(*columns)}
        tally.compare(user, table.__name__, given_pairs, model.own_work(user, of), cards * len(service))
    kept = {(number[card], service[one]) for card, one in Protection.objects.values_list("card_id", "service_id")}
    tally.compare(user, "Protection", kept, model.kept_by(user), cards * len(service))
    code = {card.code: at for at, card in enumerate(built.cards)}
    orphans = {
        (code[one.code], service[one.service.pk], frozenset(built.user_number[u.pk] for u in one.were))
        for one in reopening.orphans()
    }
    tally.compare(user, "orphans", orphans, model.orphans(user), cards * len(service))
    notes = set(InterventionNote.objects.values_list("text", flat=True))
    written = {f"nota {card}/{one}" for card, one in model.whole_notes(user)}
    tally.compare(user, "InterventionNote", notes, written, cards * len(service))
    work = {service[pk] for pk in Intervention.objects.values_list("service_id", flat=True)}
    did = {one for card in model.world.cards for one in card.met}
    tally.compare(user, "Intervention", work, did & model.overseen(user), len(service))
    shares = {share.pk: at for at, share in enumerate(built.shares)}
    tally.compare(
        user, "Share", {shares[pk] for pk in Share.objects.values_list("pk", flat=True)}, model.shares_sent(user),
        len(shares),
    )  # fmt: skip
    accesses = {one.pk: at for at, one in enumerate(built.emergencies)}
    for table, column in ((EmergencyAccess, "pk"), (EmergencyCard, "access_id")):
        given = {accesses[pk] for pk in table.objects.values_list(column, flat=True)}
        tally.compare(user, table.__name__, given, model.emergencies(user), len(accesses))
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT participation_id FROM register_visible_fact WHERE person_id IS NOT NULL")
        facts = {row[0] for row in cursor.fetchall()}
    visible = set(Participation.objects.values_list("pk", flat=True))
    tally.compare(user, "register_visible_fact", facts, visible, cards * len(service))


def _queries(user: int, model: Model, built: Built, tally: Tally) -> None:
    who, number, cards = built.users[user], built.card_number, len(built.cards)

    def numbers(found: Any) -> set[int]:
        return {number[pk] for pk in found.values_list("pk", flat=True)}

    tally.compare(user, "visible_to", numbers(queries.visible_to(who)), model.knows(user), cards)
    tally.compare(user, "opened", numbers(queries.opened()), model.opened(user), cards)
    listed = {number[card.pk] for card in queries.recent(who, queries.Filters()).cards}
    tally.compare(user, "recent", listed, model.knows(user), cards)
    received = {
        (number[one.card_id], built.service_number[one.sender.pk] if one.sender else None)
        for one in access.received()
    }
    may = {(one.card, one.sender if one.names_sender else None) for one in model.shares_to(user)}
    tally.compare(user, "received", received, may, len(built.shares))
    exported = {row[COLUMNS.index("person")] for row in sheet_rows(register.visible_to(who))} - {""}
    codes = {built.cards[card].code for card, _service in model.own_work(user, "met")}
    tally.compare(user, "export", exported, codes, cards)
    for at, card in enumerate(built.cards):
        enrolled = access.opened_enrolments(card)
        opened = {built.service_number[one.service.pk] if one.service else None for one in enrolled}
        may_open = model.opened_work(user, at, "enrolments")
        tally.compare(user, "opened enrolments", opened, may_open, len(built.services))
        with connection.cursor() as cursor:
            cursor.execute("SELECT service_id, note FROM register_opened_work(%s)", [card.pk])
            rows = cursor.fetchall()
        did = {built.service_number[row[0]] if row[0] else None for row in rows}
        tally.compare(user, "opened work", did, model.opened_work(user, at, "activities"), len(built.services))
        noted = {row[1] for row in rows if row[1]}
        may_read = {f"nota {at}/{sender}" for sender in model.opened_notes(user, at)}
        tally.compare(user, "opened notes", noted, may_read, len(built.services))


def _searches(user: int, model: Model, built: Built, tally: Tally) -> None:
    who = built.users[user]
    ways: dict[str, Callable[[str], Iterable[Card]]] = {
        "search": lambda words: search(who, words).cards,
        "search everywhere": lambda words: everywhere(who, words).cards,
    }
    for at, card in enumerate(built.cards):
        expected = {at} if at in model.reads(user) else set()
        asked = [("search", NAMES[at][1]), ("search", card.code), ("search everywhere", card.phone)]
        for way, words in asked:
            found = {built.card_number[one.pk] for one in ways[way](words)}
            tally.compare(user, f"{way} {words}", found, expected, len(built.cards))


def _presence(user: int, model: Model, built: Built, tally: Tally) -> None:
    teams = sorted(model.world.users[user].teams)
    if not teams:
        return
    purpose = Purpose(built.services[teams[0]], "desk")
    for at in range(len(built.cards)):
        given, family, year = NAMES[at]
        sheet = {"given_name": given, "family_name": family, "birth_date": str(year)}
        told = presence.ask(question=Question(sheet), purpose=purpose, by=built.users[user])
        answers = {(built.card_number[pk], str(one.kind)) for one in told for pk in one.cards}
        kind = model.presence(user, at)
        tally.compare(user, "presence", answers, {(at, kind)} if kind else set(), len(built.cards))
        named = {desk.service for one in told for desk in one.desks}
        may = model.told_services(user, at) if kind == "shared" else set()
        tally.compare(user, "presence: who knows", named, {f"Servizio {one}" for one in may}, len(built.services))


def _pages(user: int, model: Model, built: Built, client: Client, tally: Tally) -> None:
    client.force_login(built.users[user])
    for path, allowed in (("", model.reads(user)), ("stampa/", model.knows(user)), ("condividi/", model.knows(user))):
        answers = {at: client.get(f"/persone/{card.code}/{path}") for at, card in enumerate(built.cards)}
        answered = {at for at, answer in answers.items() if answer.status_code == 200}
        tally.compare(user, f"page {path}", answered, allowed, len(built.cards))
        if path != "condividi/":
            warned = {at for at in answered if "conservare, non usare" in answers[at].content.decode()}
            may = {at for at in allowed if model.is_told_restricted(user, at)}
            tally.compare(user, f"warning of page {path}", warned, may, len(built.cards))
    if model.world.users[user].teams:
        body = client.get("/persone/").content.decode()
        listed = {at for at, card in enumerate(built.cards) if card.code in body}
        tally.compare(user, "page of the list", listed, model.knows(user), len(built.cards))
        body = client.get("/persone/condivise/").content.decode()
        shared = {at for at, card in enumerate(built.cards) if card.code in body}
        tally.compare(
            user, "page of shares", shared, {share.card for share in model.shares_to(user)}, len(built.cards)
        )
