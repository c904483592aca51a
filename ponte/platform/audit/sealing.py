# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sealing the audit trail in hash-chained batches, and proving that what was sealed is still there."""

from collections.abc import Iterator

from django.db import connection, transaction

from ponte.platform.audit.models import Seal

BATCH = 10_000
LEAF = 24
SEALING = 0x5345414C  # "SEAL": the advisory lock of whoever seals

# The canonical text of an event, the same on every server: no time zone, no locale, keys in jsonb's order.
WHOLE = "e.reason, e.before, e.after"
APART = (
    "encode(COALESCE(x.digest, sha256(convert_to(jsonb_build_array("
    "e.salt, e.reason, e.before, e.after)::text, 'UTF8'))), 'hex')"
)
LEAVES = """
    SELECT int8send(e.id) || substring(sha256(convert_to(jsonb_build_array(
        e.id, extract(epoch FROM e.at), e.request, e.actor_id, e.process, e.action, e.object_type, e.object_id,
        host(e.address), {contents}{more})::text, 'UTF8')) FOR 16)
    FROM audit_auditevent e LEFT JOIN audit_erasedcontent x ON x.event_id = e.id
    WHERE e.id > %s AND e.id <= %s ORDER BY e.id LIMIT %s
"""
BY_FORM = {
    1: LEAVES.format(contents=WHOLE, more=""),
    2: LEAVES.format(contents=APART, more=""),
    3: LEAVES.format(contents=APART, more=", e.object_ids, e.scopes"),
}
FORM = 3
# Below every id, also one that somebody made up.
BEFORE_ALL = -(2**63)


def seal_events() -> int:
    """Seal what was recorded since the last seal; returns how many events.

    Stops short of events that a transaction under way may still precede with a lower id: they are sealed
    next time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT ponte_settled_audit_event()")
        settled = cursor.fetchone()[0]
    sealed = 0
    while settled is not None and (count := _seal_batch(settled)):
        sealed += count
    return sealed


def first_break() -> str | None:
    """The first sealed record that is not what it was, as a sentence; none where all is as it was sealed."""
    before: Seal | None = None
    for seal in Seal.objects.order_by("id").iterator(chunk_size=20):
        if seal.follows_id != (before.pk if before else None) or seal.digest_of(before) != bytes(seal.digest):
            return f"Seal {seal.pk} of {seal.sealed_at:%Y-%m-%d %H:%M} is not the one that was set."
        after = before.last_event if before else BEFORE_ALL
        expected = dict(_split(bytes(seal.leaves)))
        found = dict(_split(b"".join(_leaves(after, seal.last_event, form=seal.form))))
        for event in sorted(expected.keys() | found.keys()):
            if expected.get(event) != found.get(event):
                what = "is missing" if event not in found else "was altered" if event in expected else "was added"
                return f"Event {event}, sealed on {seal.sealed_at:%Y-%m-%d %H:%M}, {what}."
        before = seal
    return _cut_off(before) or _half_erased()


def _cut_off(last: Seal | None) -> str | None:
    """Seals are numbered one after the other: a number that was given and is nowhere was taken away."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_seal_id_seq")
        given = cursor.fetchone()[0]
    if given <= (last.pk if last else 0):
        return None
    return f"Seal {given} was set and is not there, nor is it known which events it held."


def _half_erased() -> str | None:
    """Contents that were erased and are there again were put there by somebody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(e.id) FROM audit_erasedcontent x JOIN audit_auditevent e ON e.id = x.event_id "
            "WHERE e.reason <> '' OR e.before IS NOT NULL OR e.after IS NOT NULL OR e.salt IS NOT NULL"
        )
        event = cursor.fetchone()[0]
    return f"Event {event}, whose contents were erased, has contents." if event else None


def _seal_batch(settled: int) -> int:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALING])
        last = Seal.objects.order_by("-id").first()
        leaves = b"".join(_leaves(last.last_event if last else BEFORE_ALL, settled, limit=BATCH))
        if not leaves:
            return 0
        number = last.pk + 1 if last else 1
        seal = Seal(
            id=number,
            follows=last,
            last_event=int.from_bytes(leaves[-LEAF : -LEAF + 8], signed=True),
            leaves=leaves,
            form=FORM,
        )
        seal.digest = seal.digest_of(last)
        seal.save(force_insert=True)
    _tell_number(number)
    return len(leaves) // LEAF


def _tell_number(number: int) -> None:
    """Let the sequence say how many seals there are, once they are.

    Numbers are not taken from it: PostgreSQL hands them out ahead of what is committed, and in a crash loses up
    to 32 of them.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('audit_seal_id_seq', %s)", [number])


def _leaves(after: int, up_to: int, *, limit: int | None = None, form: int = FORM) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(BY_FORM[form], [after, up_to, limit])
        return [bytes(row[0]) for row in cursor.fetchall()]


def _split(leaves: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(0, len(leaves), LEAF):
        yield int.from_bytes(leaves[start : start + 8], signed=True), leaves[start + 8 : start + LEAF]
