# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables that only take new rows refuse everything else, whoever asks."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from ponte.platform.audit import actions

APPEND_ONLY = sorted(model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False))


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["NONE", "ponte_web", "ponte_system"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_an_event_cannot_be_changed(role: str, statement: str) -> None:
    """The owner is `NONE` here: the one who migrates, held back by the trigger."""
    actions.record("test.do_thing", by=None)
    with (
        pytest.raises(DatabaseError, match="only takes new rows|permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute(statement.format("audit_auditevent"))


@pytest.mark.django_db
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_every_append_only_table_has_its_triggers(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal ORDER BY 1", [table]
        )
        assert {"refuse_change", "refuse_truncate"} <= {row[0] for row in cursor.fetchall()}
