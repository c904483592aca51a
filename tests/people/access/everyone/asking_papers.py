# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ways to what is about people beside their cards: who is whom, households, files, rights, and the trail."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client

from ponte.oversight import trail
from ponte.people import decisions, queries
from ponte.people.attachments import queries as attachments
from ponte.people.attachments.models import Attachment, AttachmentRemoval
from ponte.people.models import Household, IdentityDecision, Person, ValueChoice
from ponte.people.rights import queries as rights
from ponte.people.rights.models import AccessFile, AccessRequest, Correction, Disposal
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database import roles
from ponte.platform.database.roles import stepping_into
from tests.people.access.everyone.building import Built
from tests.people.access.everyone.model import Model
from tests.people.access.everyone.papers import RIGHTS
from tests.people.access.everyone.tally import Tally

MOST_EVENTS = 100_000


def rows(user: int, model: Model, built: Built, tally: Tally) -> None:
    """The policies alone."""
    papers, joins = built.papers, len(model.world.joins)
    made = {papers.decisions[pk] for pk in IdentityDecision.objects.values_list("pk", flat=True)}
    tally.compare(user, "IdentityDecision", made, model.decisions(user), joins)
    chosen = {papers.choices[pk] for pk in ValueChoice.objects.values_list("pk", flat=True)}
    tally.compare(user, "ValueChoice", chosen, model.chosen_values(user), joins)
    home = {card.household_id: model.cards[number].household for number, card in enumerate(built.cards)}
    households = {
        home[pk] for pk in Household.objects.filter(pk__in=home.keys() - {None}).values_list("pk", flat=True)
    }
    tally.compare(user, "Household", households, model.households(user), len(home))
    person = model.world.persons()
    persons = set(Person.objects.filter(pk__in=set(built.person_number)).values_list("pk", flat=True))
    read = {person[card] for card in model.reads(user)}
    tally.compare(user, "Person", {built.person_number[pk] for pk in persons}, read, len(built.cards))
    files = {file.pk: number for number, file in enumerate(papers.files)}
    kept = {files[pk] for pk in Attachment.objects.values_list("pk", flat=True)}
    tally.compare(user, "Attachment", kept, model.files(user), len(files))
    removed = {files[pk] for pk in AttachmentRemoval.objects.values_list("attachment_id", flat=True)}
    gone = {number for number in model.files(user) if model.world.files[number].removed}
    tally.compare(user, "AttachmentRemoval", removed, gone, len(files))
    for table, rule in RIGHTS.items():
        told = {papers.rights[table][pk] for pk in table.objects.values_list("pk", flat=True)}
        tally.compare(user, table.__name__, told, model.papers(user, rule), len(papers.rights[table]))
    # The role of the door, past the functions that ask by card.
    with stepping_into(roles.TRAIL):
        events = AuditEvent.objects.filter(pk__lte=papers.last_event, action="people.read_card")
        actors = set(events.filter(actor__in=built.user_number).values_list("actor_id", flat=True).distinct())
    seen = {built.user_number[pk] for pk in actors}
    tally.compare(user, "AuditEvent", seen, model.trail(user), len(built.users) * len(built.cards))


def asked(user: int, model: Model, built: Built, tally: Tally) -> None:
    who, number, cards = built.users[user], built.card_number, len(built.cards)
    files = {file.pk: at for at, file in enumerate(built.papers.files)}
    for at, card in enumerate(built.cards):
        together = {number[one.pk] for one in queries.same_person(who, card)}
        tally.compare(user, "same person", together, model.same_person(user, at), cards)
        home = {number[one.pk] for one in queries.household_members(who, card)}
        tally.compare(user, "household members", home, model.lives_with(user, at), cards)
        knows = model.knows(user)
        history = {built.papers.decisions[entry.decision.pk] for entry in decisions.history(who, [card])}
        joins = model.world.joins
        told = {one for one in model.decisions(user) if at in joins[one].cards and set(joins[one].cards) <= knows}
        tally.compare(user, "history", history, told, len(joins))
        sent = {
            (files[one.pk], built.service_number[one.service.pk] if one.service else None)
            for one in attachments.opened(card)
        }
        tally.compare(user, "opened files", sent, model.opened_files(user, at), len(files))
        with connection.cursor() as cursor:
            cursor.execute("SELECT service_id FROM rights_opened_restrictions(%s)", [[card.pk]])
            by = {built.service_number[row[0]] if row[0] else None for row in cursor.fetchall()}
        tally.compare(user, "told restrictions", by, model.restricted_by(user, at), len(built.services))
        _who_saw(user, at, model, built, tally)
    there = {files[pk] for pk in attachments.visible_to(who).values_list("pk", flat=True)}
    may = {one for one in model.files(user) if not model.world.files[one].removed}
    tally.compare(user, "attachments", there, may, len(files))
    lists: dict[Any, Callable[[Any], Any]] = {
        AccessRequest: rights.access_requests, Disposal: rights.disposals, Correction: rights.corrections
    }  # fmt: skip
    for table, way in lists.items():
        told_of = {built.papers.rights[table][pk] for pk in way(who).values_list("pk", flat=True)}
        allowed = model.papers(user, RIGHTS[table])
        if table is Correction:
            allowed = {pair for pair in allowed if pair[1] in model.world.users[user].teams}
        tally.compare(user, f"list of {table.__name__}", told_of, allowed, len(built.papers.rights[table]))


def _who_saw(user: int, card: int, model: Model, built: Built, tally: Tally) -> None:
    try:
        events = trail.of_card(built.cards[card], by=built.users[user], most=MOST_EVENTS)
    except PermissionError:
        events = []
    actors = {event.actor_id for event in events if event.id <= built.papers.last_event}
    may = model.trail(user) if card in model.answers_for(user) else set()
    tally.compare(user, "who saw", {built.user_number[pk] for pk in actors if pk}, may, len(built.users))


def pages(user: int, model: Model, built: Built, client: Client, tally: Tally) -> None:
    """The client is signed in as the user."""
    for path, allowed in (("diritti/", model.knows(user)), ("accessi/", model.answers_for(user))):
        given = {at for at, card in enumerate(built.cards) if _opens(client, f"/persone/{card.code}/{path}")}
        tally.compare(user, f"page {path}", given, allowed, len(built.cards))
    files = model.files(user)
    given = {
        at
        for at, file in enumerate(built.papers.files)
        # Its content was never there: whoever may read it is told so, and led back.
        if client.get(f"/persone/{file.card.code}/allegati/{file.pk}/").status_code != 404
    }
    may = {at for at in files if not model.world.files[at].removed}
    may |= {at for card in range(len(built.cards)) for at, _sender in model.opened_files(user, card)}
    tally.compare(user, "page of a file", given, may, len(built.papers.files))
    for table, path in ((AccessRequest, "accesso"), (Disposal, "cancellazioni"), (Correction, "rettifiche")):
        rows = built.papers.rights[table]
        allowed = model.papers(user, RIGHTS[table])
        if table is Correction:
            allowed = {pair for pair in allowed if pair[1] in model.world.users[user].teams}
        opened = {pair for pk, pair in rows.items() if _opens(client, f"/diritti/{path}/{pk}/")}
        tally.compare(user, f"page {path}", opened, allowed, len(rows))
    for form in ("pdf", "json"):
        rows = built.papers.rights[AccessFile]
        taken = {pair for pk, pair in rows.items() if _opens(client, f"/diritti/accesso/parti/{pk}/{form}/")}
        tally.compare(user, f"part as {form}", taken, model.papers(user, "file"), len(rows))


def _opens(client: Client, address: str) -> bool:
    return client.get(address).status_code == 200
