# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The working roles can do their work and nothing more."""

import pytest
from django.db import DatabaseError, connection, transaction

from ponte.platform.checks.database import check_database
from ponte.platform.database import roles

WORKING = ["ponte_web", "ponte_system", "ponte_measures"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", WORKING)
@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE people_card DISABLE ROW LEVEL SECURITY",
        "DROP POLICY web_rows ON people_card",
        "ALTER TABLE audit_auditevent DISABLE TRIGGER USER",
        "CREATE TABLE mine (id int)",
        "CREATE ROLE friend SUPERUSER",
        "ALTER ROLE ponte_web BYPASSRLS",
    ],
)
def test_a_working_role_cannot_lift_the_rules(role: str, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute(statement)


def test_switching_row_security_off_shows_nothing(cast: object) -> None:
    """`row_security = off` makes a query fail instead of answering past the policies."""
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET LOCAL row_security = off")
        cursor.execute("SELECT count(*) FROM people_card")


def test_the_measures_role_reads_no_names() -> None:
    for table in ("people_card", "people_nametoken", "register_interventionnote", "audit_auditevent"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            roles.stepping_into("ponte_measures"),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT 1 FROM {table}")


def test_stepping_into_a_role_ends_with_the_block() -> None:
    def current() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            return str(cursor.fetchone()[0])

    assert current() == "ponte_web"
    with roles.stepping_into(roles.SYSTEM):
        assert current() == "ponte_system"
        with roles.stepping_into(roles.MEASURES):
            assert current() == "ponte_measures"
        assert current() == "ponte_system"
    assert current() == "ponte_web"


def test_the_check_finds_all_in_order_and_says_what_is_not() -> None:
    with roles.stepping_into(roles.SYSTEM):
        assert [finding for finding in check_database() if finding.outcome != "ok"] == []
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("ALTER TABLE people_card DISABLE ROW LEVEL SECURITY")
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER refuse_change")
        cursor.execute("GRANT DELETE ON audit_seal TO ponte_web")
        cursor.execute("GRANT CREATE ON SCHEMA public TO ponte_web")
        cursor.execute("ALTER TABLE network_area OWNER TO ponte_web")
    with roles.stepping_into(roles.SYSTEM):
        wrong = {finding.check: finding.sentence for finding in check_database() if finding.outcome == "wrong"}
    assert wrong == {
        "database.row_security": "Without row security: people_card.",
        "database.append_only": "These tables must only take new rows, and would take changes: "
        "audit_auditevent, audit_seal.",
        "database.owners": "Owners of tables, who could change them: ponte_web.",
    }
