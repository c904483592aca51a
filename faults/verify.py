# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compares the ledger with what is stored: `python -m faults.verify LEDGER` writes what it found as JSON.

Everything acknowledged is there once and whole; what was not answered is there whole or not at all; what was refused
is not there.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from faults.writes import REFUSED, YES
from ponte.cli.installation import open_installation

Row = dict[str, Any]


def verify(rows: list[Row]) -> dict[str, Any]:
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row)
    lost: list[str] = []
    half: list[str] = []
    stored = 0
    for kind, look in KINDS.items():
        found = look(by_kind[kind])
        for row in by_kind[kind]:
            times, wrong = found.get(row["mark"], (0, ""))
            stored += times
            if wrong:
                half.append(f"{row['mark']} ({kind}): {wrong}")
            if row["answer"] == YES and times != 1:
                lost.append(f"{row['mark']} ({kind}) was acknowledged and is there {times} times")
            elif times > 1 or (row["answer"] == REFUSED and times):
                half.append(f"{row['mark']} ({kind}), {row['answer']}, is there {times} times")
    wrong_notes, changes = _changes(by_kind)
    return {"lost": lost + wrong_notes, "half": half, "stored": stored + changes, **_jobs(), "files": _files()}


Found = dict[str, tuple[int, str]]


def _people(rows: list[Row]) -> Found:
    from ponte.people.models import Card, Enrolment, MatchKey

    cards = Card.objects.in_bulk(
        Card.objects.filter(phone__in=[_phone(row) for row in rows]).values_list("pk", flat=True)
    )
    by_phone: dict[str, list[Card]] = defaultdict(list)
    for card in cards.values():
        by_phone[card.phone].append(card)
    keys = Counter(MatchKey.objects.filter(card_id__in=cards).values_list("card_id", flat=True))
    enrolments = dict(Enrolment.objects.filter(card_id__in=cards).values_list("card_id", "pk"))
    opened = Counter(Enrolment.objects.filter(card_id__in=cards).values_list("card_id", flat=True))
    registered, opening = _events("people.register_card"), _events("people.open_enrolment")
    found: Found = {}
    for row in rows:
        mine = by_phone[_phone(row)]
        wrong = [
            said
            for card in mine
            for said, well in (
                ("no keys", keys[card.pk] > 0),
                ("not one enrolment", opened[card.pk] == 1),
                ("not one event of the card", registered[card.pk] == 1),
                ("not one event of the enrolment", opening[enrolments.get(card.pk, 0)] == 1),
                ("no person", card.person_id is not None),
                ("another name", card.given_name == row["about"]["given_name"]),
            )
            if not well
        ]
        found[row["mark"]] = len(mine), ", ".join(wrong)
    return found


def _phone(row: Row) -> str:
    from ponte.people.phones import normalised

    return normalised(row["about"]["phone"])


def _changes(by_kind: dict[str, list[Row]]) -> tuple[list[str], int]:
    """The note of each card is the last one acknowledged, or one sent since then; events as many as changes."""
    from ponte.people.models import Card

    first = {row["about"]["phone"]: row for row in by_kind["person"]}
    by_card: dict[str, list[Row]] = defaultdict(list)
    for row in by_kind["change"]:
        by_card[row["about"]["code"]].append(row)
    changed, wrong, made = _events("people.change_card"), [], 0
    for card in Card.objects.filter(code__in=by_card):
        sent = by_card[card.code]
        beginning = next(row["mark"] for row in first.values() if _phone(row) == card.phone)
        allowed = {beginning}
        for row in sent:
            if row["answer"] == YES:
                allowed = {row["mark"]}
            elif row["answer"] != REFUSED:
                allowed.add(row["mark"])
        if card.notes not in allowed:
            wrong.append(f"card {card.code} says {card.notes}, not one of {sorted(allowed)}")
        certain = sum(row["answer"] == YES for row in sent)
        possible = certain + sum(row["answer"] not in {YES, REFUSED} for row in sent)
        made += changed[card.pk]
        if not certain <= changed[card.pk] <= possible:
            wrong.append(f"card {card.code} has {changed[card.pk]} events of {certain} to {possible} changes")
    return wrong, made


def _contacts(rows: list[Row]) -> Found:
    from ponte.register.models import InterventionNote, Participation

    notes: dict[str, list[int]] = defaultdict(list)
    for pk, text in InterventionNote.objects.values_list("pk", "text"):
        notes[text].append(pk)
    part = Counter(Participation.objects.filter(code__startswith="segno-").values_list("code", flat=True))
    recorded = _events("register.record_intervention")
    found: Found = {}
    for row in rows:
        mine = notes[row["mark"]]
        wrong = "" if part[row["mark"]] == len(mine) else "intervention without who took part, or the reverse"
        if any(recorded[pk] != 1 for pk in mine):
            wrong = "not one event"
        found[row["mark"]] = len(mine), wrong
    return found


def _voids(rows: list[Row]) -> Found:
    from ponte.register.models import Intervention

    voided = dict(Intervention.objects.exclude(voided_at=None).values_list("pk", "void_reason"))
    events = _events("register.void_intervention")
    found: Found = {}
    for row in rows:
        pk = row["about"]["pk"]
        there = voided.get(pk) == row["mark"]
        found[row["mark"]] = int(there), "" if events[pk] == int(pk in voided) else "not one event"
    return found


def _attachments(rows: list[Row]) -> Found:
    from ponte.people.attachments.models import Attachment
    from ponte.platform.vault import files

    kept: dict[str, list[Attachment]] = defaultdict(list)
    for attachment in Attachment.objects.select_related("removal"):
        kept[attachment.note].append(attachment)
    added = _events_after("attachments.add_attachment", "attachment")
    found: Found = {}
    for row in rows:
        wrong = ""
        for attachment in kept[row["mark"]]:
            if added[attachment.pk] != 1:
                wrong = "not one event"
            if not hasattr(attachment, "removal"):
                try:
                    content = b"".join(files.read(attachment.file))
                except files.BrokenFileError:
                    wrong = "its file is missing or broken"
                else:
                    whole = len(content) == row["about"]["length"] and content.startswith(row["mark"].encode())
                    wrong = wrong if whole else "its file is another"
        found[row["mark"]] = len(kept[row["mark"]]), wrong
    return found


def _removals(rows: list[Row]) -> Found:
    from ponte.people.attachments.models import AttachmentRemoval
    from ponte.platform.vault import files

    removals = {
        removal.reason: removal for removal in AttachmentRemoval.objects.select_related("attachment")
    }  # fmt: skip
    found: Found = {}
    for row in rows:
        removal = removals.get(row["mark"])
        there = removal is not None and files.place_of(removal.attachment.file).exists()
        found[row["mark"]] = int(removal is not None), "its file is still there" if there else ""
    return found


def _accesses(rows: list[Row]) -> Found:
    from ponte.people.rights.models import AccessFile, AccessRequest

    requests: dict[str, list[int]] = defaultdict(list)
    for pk, note in AccessRequest.objects.values_list("pk", "note"):
        requests[note].append(pk)
    made = dict(AccessFile.objects.filter(pdf__isnull=False, json__isnull=False).values_list("request_id", "pk"))
    parts = Counter(AccessFile.objects.values_list("request_id", flat=True))
    received = _events("rights.receive_access_request")
    found: Found = {}
    for row in rows:
        wrong = [
            said
            for pk in requests[row["mark"]]
            for said, well in (
                ("not one part", parts[pk] == 1),
                ("its file was never composed", pk in made),
                ("not one event", received[pk] == 1),
            )
            if not well
        ]
        found[row["mark"]] = len(requests[row["mark"]]), ", ".join(wrong)
    return found


def _invitations(rows: list[Row]) -> Found:
    from ponte.accounts.models import User

    users = dict(User.objects.filter(email__startswith="segno-").values_list("email", "pk"))
    invited = _events("accounts.invite_user")
    found: Found = {}
    for row in rows:
        pk = users.get(f"{row['mark']}@ponte.example")
        found[row["mark"]] = int(pk is not None), "" if pk is None or invited[pk] == 1 else "not one event"
    return found


KINDS: dict[str, Callable[[list[Row]], Found]] = {
    "person": _people, "contact": _contacts, "void": _voids, "attachment": _attachments, "removal": _removals,
    "access": _accesses, "invitation": _invitations,
}  # fmt: skip


def _events(action: str) -> Counter[int]:
    from ponte.platform.audit.models import AuditEvent

    return Counter(AuditEvent.objects.filter(action=action).values_list("object_id", flat=True))


def _events_after(action: str, name: str) -> Counter[int]:
    from ponte.platform.audit.models import AuditEvent

    return Counter(AuditEvent.objects.filter(action=action).values_list(f"after__{name}", flat=True))


def _jobs() -> dict[str, Any]:
    """How often jobs were begun; a second time only where that stands in their events."""
    from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

    periodic = set(_periodic())
    asked = {job.pk: job for job in ProcrastinateJob.objects.exclude(task_name__in=periodic)}
    events: dict[int, Counter[str]] = defaultdict(Counter)
    for job, kind in ProcrastinateEvent.objects.filter(job_id__in=asked).values_list("job_id", "type"):
        events[job][kind] += 1
    hidden = [
        f"job {pk}: begun {seen['started']} times, {seen['deferred_for_retry']} retries told"
        for pk, seen in events.items()
        if seen["started"] > 1 + seen["deferred_for_retry"]
    ]
    doing = ProcrastinateJob.objects.filter(status="doing").count()
    return {
        "jobs": {
            "asked": len(asked),
            "once": sum(seen["started"] == 1 and seen["succeeded"] == 1 for seen in events.values()),
            "again": sum(seen["deferred_for_retry"] > 0 and seen["succeeded"] == 1 for seen in events.values()),
            "failed": sum(job.status == "failed" for job in asked.values()),
            "unfinished": sum(job.status == "todo" for job in asked.values()),
            "doing": doing,
            "periodic": ProcrastinateJob.objects.filter(task_name__in=periodic).count(),
        },
        "hidden": hidden,
    }


def _periodic() -> Iterable[str]:
    from procrastinate.contrib.django import app

    return [task.task.name for task in app.periodic_registry.periodic_tasks.values()]


def _files() -> dict[str, Any]:
    """What interrupted uploads left is taken away as the nightly tidying does; then files are those of rows."""
    from ponte.people.attachments import tasks
    from ponte.people.attachments.models import Attachment
    from ponte.platform.vault import files

    before = set(files.stored_names())
    tasks.OLD_ENOUGH = -60
    tasks.tidy_attachments(timestamp=0)
    there = set(files.stored_names())
    kept = set(Attachment.objects.filter(removal=None).values_list("file", flat=True))
    differing = {"missing": len(kept - there), "bare": len(there - kept)}
    return {"kept": len(kept), "left_over": len(before - there), **differing}


if __name__ == "__main__":
    open_installation("system", up_to_date=False)
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    json.dump(verify([json.loads(line) for line in lines]), sys.stdout)
