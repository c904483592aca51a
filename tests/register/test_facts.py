# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.db import ProgrammingError, connection, transaction

from ponte.platform.database import roles
from ponte.platform.database.roles import stepping_into
from ponte.register.facts import FACT_COLUMNS, INTERVENTION_COLUMNS


def columns_of(view: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 ORDER BY attname", [view]
        )
        return [name for (name,) in cursor.fetchall()]


@pytest.mark.django_db
@pytest.mark.parametrize("view", ["register_fact", "register_visible_fact"])
def test_both_views_have_the_columns_that_the_engine_reads(view: str) -> None:
    """Otherwise the rows behind a figure would not be the rows that it counted."""
    assert columns_of(view) == sorted(FACT_COLUMNS)


@pytest.mark.django_db
def test_work_alone_has_the_columns_that_need_no_participation() -> None:
    assert columns_of("register_work") == sorted(INTERVENTION_COLUMNS)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [roles.WEB, roles.SYSTEM])
def test_facts_past_row_level_security_open_for_the_measures_role_only(role: str) -> None:
    """Otherwise any forgotten filter in a page would list every service's participations."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT 1 FROM register_fact")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT 1 FROM register_work")
    with stepping_into(roles.MEASURES), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_fact")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["people_card", "register_participation", "register_interventionnote"])
def test_the_measures_role_reads_facts_and_nothing_of_people(table: str) -> None:
    """Otherwise a figure's door would show names."""
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with stepping_into(roles.MEASURES), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(f"SELECT 1 FROM {table}")
