# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was recorded in the audit trail can be shown to be what was recorded."""

import pytest
from django.db import connection

from ponte.platform.audit import actions, sealing
from ponte.platform.audit.models import AuditEvent, Seal
from ponte.platform.checks.background import check_audit
from tests.support import system_role

pytestmark = pytest.mark.django_db


def record(number: int) -> list[int]:
    for n in range(number):
        actions.record("test.do_thing", by=None, after={"è": n}, reason="perché sì")
    return list(AuditEvent.objects.order_by("-pk").values_list("pk", flat=True)[:number])[::-1]


def tamper(sql: str) -> None:
    """Change what must not change, as someone with the powers of the owner who first switches the trigger off."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("audit_auditevent", "audit_seal"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER refuse_change")
        cursor.execute(sql)


@pytest.fixture
def sealed() -> list[int]:
    """Five events in two seals, and one event that waits."""
    with system_role():
        events = record(3)
        assert sealing.seal_events() == 3
        events += record(2)
        assert sealing.seal_events() == 2
        return [*events, *record(1)]


def test_an_untouched_trail_is_whole(sealed: list[int]) -> None:
    with system_role():
        assert sealing.first_break() is None
        assert [seal.last_event for seal in Seal.objects.order_by("id")] == [sealed[2], sealed[4]]


def test_nothing_new_makes_no_seal(sealed: list[int]) -> None:
    with system_role():
        assert sealing.seal_events() == 1
        assert sealing.seal_events() == 0


def test_a_long_trail_is_sealed_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 2)
    with system_role():
        record(5)
        assert sealing.seal_events() == 5
        assert Seal.objects.count() == 3
        assert sealing.first_break() is None


@pytest.mark.parametrize(
    ("change", "at", "what"),
    [
        ("UPDATE audit_auditevent SET reason = 'altro' WHERE id = {}", 1, "was altered"),
        ("UPDATE audit_auditevent SET at = at + interval '1 second' WHERE id = {}", 3, "was altered"),
        ("DELETE FROM audit_auditevent WHERE id = {}", 4, "is missing"),
    ],
)
def test_the_first_broken_record_is_named(sealed: list[int], change: str, at: int, what: str) -> None:
    tamper(change.format(sealed[at]))
    broken = sealing.first_break()
    assert broken is not None
    assert broken.startswith(f"Event {sealed[at]}, sealed on ")
    assert broken.endswith(f"{what}.")
    [finding] = check_audit()
    assert (finding.outcome, finding.sentence) == ("wrong", broken)


def test_an_event_slipped_in_later_is_named(sealed: list[int]) -> None:
    tamper(f"UPDATE audit_auditevent SET id = {sealed[0]} - 1 WHERE id = {sealed[5]}")
    assert sealing.first_break() is not None
    assert f"Event {sealed[0] - 1}, " in str(sealing.first_break())


def test_rewriting_a_seal_with_its_event_breaks_the_chain_after_it(sealed: list[int]) -> None:
    """Whoever alters an event and its seal must alter every later seal too."""
    first, second = Seal.objects.order_by("id")
    tamper(f"UPDATE audit_auditevent SET reason = 'altro' WHERE id = {sealed[0]}")
    first.leaves = b"".join(sealing._leaves(sealing.BEFORE_ALL, sealed[2]))
    tamper(
        f"UPDATE audit_seal SET leaves = decode('{first.leaves.hex()}', 'hex'), "
        f"digest = decode('{first.digest_of(None).hex()}', 'hex') WHERE id = {first.pk}"
    )
    assert str(sealing.first_break()).startswith(f"Seal {second.pk} ")
