# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was recorded in the audit trail can be shown to be what was recorded."""

import re
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from ponte.platform.audit import actions, anchors, sealing
from ponte.platform.audit.models import AuditEvent, Seal
from ponte.platform.checks.background import check_audit
from ponte.platform.checks.database import check_database
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
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
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
    finding = next(check_audit())
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


@pytest.mark.parametrize("made_up", ["{first} - 1", "-5", "0"])
def test_an_event_made_up_later_is_named(sealed: list[int], made_up: str) -> None:
    number = made_up.format(first=sealed[0])
    counted = sealed[0] - 1 if "-" in number[1:] else int(number)
    tamper(
        "INSERT INTO audit_auditevent (id, process, action, object_type, reason) "
        f"VALUES ({number}, '', 'people.read_card', '', '')"
    )
    assert re.fullmatch(rf"Event {counted}, sealed on .*, was added\.", str(sealing.first_break()))


def test_events_emptied_out_are_missing_from_the_first_on(sealed: list[int]) -> None:
    tamper("TRUNCATE audit_auditevent")
    assert str(sealing.first_break()).startswith(f"Event {sealed[0]}, sealed on ")
    assert str(sealing.first_break()).endswith("is missing.")


@pytest.mark.parametrize("left", [0, 1])
def test_the_end_of_the_chain_cannot_be_cut_off_unnoticed(sealed: list[int], tmp_path: Path, left: int) -> None:
    """The newest seals are deleted with all of their events: what is left is a whole chain, but a shorter one."""
    file = tmp_path / "anchors.txt"
    with system_role():
        assert anchors.note_seals(file) == 2
        assert anchors.note_seals(file) == 0
        assert anchors.first_contradiction(file) is None
        first, second = Seal.objects.order_by("id")
    gone = (first, second)[left]
    tamper(
        f"DELETE FROM audit_seal WHERE id >= {gone.pk}; "
        f"DELETE FROM audit_auditevent WHERE id > {sealed[2] if left else sealed[0] - 1}"
    )
    assert (
        sealing.first_break() == f"Seal {second.pk} was set and is not there, nor is it known which events it held."
    )
    tamper(f"SELECT setval('audit_seal_id_seq', {first.pk}, {str(bool(left)).lower()})")
    assert sealing.first_break() is None
    chain, noted = check_audit(file)
    assert (chain.outcome, noted.outcome) == ("ok", "wrong")
    assert noted.sentence.startswith(f"Seal {gone.pk}, noted in {file} with all events up to ")


def test_a_crash_does_not_look_like_seals_that_were_taken_away(sealed: list[int]) -> None:
    """PostgreSQL logs numbers of a sequence ahead and loses them in a crash: none may be handed out ahead here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value, is_called, log_cnt FROM audit_seal_id_seq")
        assert cursor.fetchone() == (Seal.objects.order_by("-id")[0].pk, True, 0)


def test_a_line_that_a_crash_cut_short_is_written_again(sealed: list[int], tmp_path: Path) -> None:
    """Until then it notes nothing, and hinders nothing."""
    file = tmp_path / "anchors.txt"
    with system_role():
        anchors.note_seals(file)
        whole = file.read_bytes()
        file.write_bytes(whole[:-20])
        assert anchors.first_contradiction(file) is None
        assert anchors.note_seals(file) == 1
    assert file.read_bytes() == whole


def test_a_chain_made_anew_is_not_the_one_that_was_noted(sealed: list[int], tmp_path: Path) -> None:
    """With the powers of the owner, and time, events and all seals can be written again so that they fit."""
    file = tmp_path / "anchors.txt"
    with system_role():
        anchors.note_seals(file)
    tamper(
        f"UPDATE audit_auditevent SET reason = 'altro' WHERE id = {sealed[0]}; "
        "TRUNCATE audit_seal; SELECT setval('audit_seal_id_seq', 1, false)"
    )
    with system_role():
        assert sealing.seal_events() == 6
        assert sealing.first_break() is None
    [_chain, noted] = check_audit(file)
    assert noted.outcome == "wrong"


def test_a_file_that_is_none_of_seals_is_said(sealed: list[int], tmp_path: Path) -> None:
    file = tmp_path / "anchors.txt"
    file.write_text("seal 1 5\n")
    with system_role():
        [_chain, noted] = check_audit(file)
        assert (noted.outcome, "line 1" in noted.sentence) == ("wrong", True)
        [_chain, noted] = check_audit(tmp_path / "nowhere.txt")
        assert noted.outcome == "wrong"


@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("table", ["audit_auditevent", "audit_seal"])
def test_a_session_that_says_to_replicate_is_refused_too(sealed: list[int], table: str, statement: str) -> None:
    """Ordinary triggers are silent then. Only a superuser can say so; these fire `ALWAYS`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE 'refuse%%'",
            [table],
        )
        assert {row[1] for row in cursor.fetchall()} == {"A"}
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with (
        pytest.raises(DatabaseError, match="only takes new rows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


@pytest.mark.parametrize(
    "weakened",
    [
        "ALTER TABLE audit_auditevent DISABLE TRIGGER refuse_truncate",
        "ALTER TABLE audit_seal ENABLE TRIGGER refuse_change",
        "DROP TRIGGER refuse_change ON audit_auditevent",
        "GRANT UPDATE ON audit_auditevent TO ponte_system",
        "GRANT TRUNCATE ON audit_seal TO ponte_web",
        "CREATE OR REPLACE FUNCTION ponte_refuse_change() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RETURN NULL; END $$",
    ],
)
def test_whatever_weakens_the_trail_is_found_by_the_check(sealed: list[int], weakened: str) -> None:
    def found() -> str:
        with system_role():
            return next(one.outcome for one in check_database() if one.check == "database.append_only")

    assert found() == "ok"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(weakened)
    assert found() == "wrong"
