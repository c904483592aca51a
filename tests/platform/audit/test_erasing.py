# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What events say of a person can be erased; that they happened stays proved."""

import pytest
from django.db import DatabaseError, connection, transaction

from ponte.platform.audit import actions, sealing
from ponte.platform.audit.erasing import erase_contents
from ponte.platform.audit.models import AuditEvent
from tests.support import system_role

pytestmark = pytest.mark.django_db


def recorded(number: int) -> list[int]:
    said = {"before": {"phone": "prima"}, "after": {"phone": "dopo"}, "reason": "perché"}
    for _ in range(number):
        actions.record("test.do_thing", by=None, **said)  # type: ignore[arg-type]
    return list(AuditEvent.objects.order_by("-pk").values_list("pk", flat=True)[:number])[::-1]


def as_owner(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER refuse_change")
        cursor.execute(sql)


def contents(event: int) -> tuple[object, ...]:
    return AuditEvent.objects.values_list("reason", "before", "after", "salt").get(pk=event)


def test_erased_contents_are_gone_and_the_trail_stays_whole() -> None:
    """Before and after sealing alike: an erasure must not look like a manipulation."""
    with system_role():
        events = recorded(3)
        assert erase_contents(events[:1]) == 1
        assert sealing.seal_events() == 3
        assert erase_contents(events[:2]) == 1
        assert sealing.first_break() is None
    assert contents(events[0]) == contents(events[1]) == ("", None, None, None)
    assert contents(events[2])[:3] == ("perché", {"phone": "prima"}, {"phone": "dopo"})


@pytest.mark.parametrize("change", ["actor_id = 7", "at = at + interval '1 second'", "object_id = 5", "reason = 'x'"])
def test_whoever_alters_an_event_whose_contents_were_erased_is_found(change: str) -> None:
    with system_role():
        [event] = recorded(1)
        sealing.seal_events()
        erase_contents([event])
    as_owner(f"UPDATE audit_auditevent SET {change} WHERE id = {event}")
    assert str(sealing.first_break()).startswith(f"Event {event}, ")


def test_the_web_server_may_erase_nothing() -> None:
    [event] = recorded(1)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        erase_contents([event])
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ponte.erasing = 'on'")
        cursor.execute("UPDATE audit_auditevent SET reason = '' WHERE id = %s", [event])
    assert contents(event)[0] == "perché"


def test_an_erasure_changes_nothing_but_contents() -> None:
    """Also for the owner, who says that something is being erased."""
    [event] = recorded(1)
    for change in (
        "UPDATE audit_auditevent SET actor_id = 7 WHERE id = %s",
        "DELETE FROM audit_auditevent WHERE id = %s",
    ):
        refused = pytest.raises(DatabaseError, match="only takes new rows")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE NONE")
            cursor.execute("SET LOCAL ponte.erasing = 'on'")
            cursor.execute(change, [event])
