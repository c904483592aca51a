# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A database address is understood, or refused with a sentence."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from ponte.platform.database.connection import Purpose, database_settings
from ponte.platform.database.embedded import EmbeddedDatabase

VAR = Path("/nowhere/var")


def settings(purpose: Purpose = Purpose.OWNER, **environment: str) -> dict[str, object]:
    return database_settings(environment, VAR, purpose)


def test_every_part_of_an_address_is_used() -> None:
    found = settings(DATABASE_URL="postgresql://p%40ula:s%2Fecret@db.example:6543/po%2Dnte?sslmode=verify-full")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"], found["OPTIONS"]) == (
        "p@ula", "s/ecret", "db.example", "6543", "po-nte", {"sslmode": "verify-full"},
    )  # fmt: skip


def test_a_socket_folder_and_no_password_will_do() -> None:
    found = settings(DATABASE_URL="postgres://paula@/ponte?host=/run/postgresql")
    assert (found["HOST"], found["PORT"], found["PASSWORD"]) == ("/run/postgresql", "", "")


@pytest.mark.parametrize(
    "address", ["mysql://a@b/c", "postgresql://host", "postgresql://host/", "ponte", "sqlite:///x"]
)
def test_what_is_no_address_of_postgresql_is_refused(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like"):
        settings(DATABASE_URL=address)


@pytest.mark.parametrize(
    ("purpose", "user", "role"),
    [(Purpose.OWNER, "own", None), (Purpose.WEB, "own", "ponte_web"), (Purpose.SYSTEM, "own", "ponte_system")],
)
def test_with_one_address_a_process_takes_on_its_lesser_role(purpose: Purpose, user: str, role: str | None) -> None:
    found = settings(purpose, DATABASE_URL="postgresql://own@h/d")
    assert (found["USER"], found["OPTIONS"].get("assume_role")) == (user, role)  # type: ignore[attr-defined]


def test_with_its_own_address_a_process_logs_in_as_itself() -> None:
    both = {"DATABASE_URL": "postgresql://own@h/d", "DATABASE_WEB_URL": "postgresql://ponte_web:x@h/d"}
    assert settings(Purpose.WEB, **both)["USER"] == "ponte_web"
    assert settings(Purpose.WEB, **both)["OPTIONS"] == {}
    assert settings(Purpose.OWNER, **both)["USER"] == "own"


def test_without_an_address_it_is_the_installations_own() -> None:
    folder = EmbeddedDatabase.for_installation(VAR).socket_folder
    assert {(settings(purpose)["HOST"], settings(purpose)["USER"]) for purpose in Purpose} == {
        (str(folder), "ponte_owner"), (str(folder), "ponte_web"), (str(folder), "ponte_system"),
    }  # fmt: skip
