# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast, and a real PostgreSQL in which the web role's rules hold."""

import gc
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test.utils import setup_databases
from django.utils import translation
from psycopg import sql
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from ponte.platform.database import roles
from ponte.platform.database.connection import Purpose, database_settings
from ponte.platform.database.embedded import EmbeddedDatabase
from ponte.platform.environment import Environment
from tests.cast import Cast, assemble
from tests.installations import Installation, installations

OF_INSTALLATIONS = ("tests/cli/test_backup.py", "tests/cli/test_logs.py", "tests/faults/")
COPYING = 0x54455354  # "TEST": the advisory lock of whoever makes or copies the tables


# Collecting what is not there is a tenth of a worker's time.
gc.set_threshold(50_000, 20, 50)


def pytest_configure(config: pytest.Config) -> None:
    from ponte.platform.database.setup import start_embedded_if_needed, stop_embedded_if_unused
    from ponte.platform.i18n.catalogs import compile_catalogs

    was_running = EmbeddedDatabase.for_installation(Environment.read().var).is_running()
    compile_catalogs()
    (Environment.read().var / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none.
    embedded = start_embedded_if_needed()
    if embedded is not None and not was_running and not hasattr(config, "workerinput"):
        config.add_cleanup(lambda: stop_embedded_if_unused(embedded))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest begin first, so that no core waits for them at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


class Together(LoadScopeScheduling):
    """A worker takes one test after another; but one takes all that copy an installation, which is made once."""

    def _split_scope(self, nodeid: str) -> str:
        return "installations" if nodeid.startswith(OF_INSTALLATIONS) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return Together(config, log)


@pytest.fixture(autouse=True)
def _in_italian() -> Iterator[None]:
    """Every test begins in Italian, whatever language the requests of the one before it chose."""
    with translation.override("it"):
        yield


@pytest.fixture(autouse=True, scope="session")
def _quick_passwords() -> Iterator[None]:
    """Hashing is slow on purpose: in tests a thousandth of it is enough. Installations of their own hash as ever."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Argon2PasswordHasher, "time_cost", 1)
        patch.setattr(Argon2PasswordHasher, "memory_cost", 512)
        patch.setattr(Argon2PasswordHasher, "parallelism", 1)
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: object
) -> Iterator[None]:
    """Make this worker's database as its owner, then let every test act as the web role.

    The session's user stays the owner's, so that a test can step into the other roles as well.
    """
    worker = getattr(request.config, "workerinput", None)
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        settings_dict = connection.settings_dict
        owner = database_settings(os.environ, Environment.read().var, Purpose.OWNER)
        settings_dict.update({key: owner[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS")})
        with connection._nodb_cursor() as cursor:
            roles.ensure_roles(cursor)
        plain = settings_dict["NAME"]
        if worker:
            _use_copy(f"test_{plain}_{worker['workerid']}", of=f"test_{plain}_{worker['testrunuid'][:8]}")
        else:
            _make_database()
        connection.close()
        settings_dict["OPTIONS"]["assume_role"] = roles.WEB
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.close()
        settings_dict["OPTIONS"].pop("assume_role", None)
        _drop(settings_dict["NAME"])
        settings_dict["NAME"] = plain


def _make_database() -> None:
    setup_databases(verbosity=0, interactive=False)
    _let_tests_read_the_trail()
    _let_sealing_wait_for_vacuum()
    connection.close()


def _use_copy(copy: str, *, of: str) -> None:
    """The first worker of a run makes the tables, for some ten seconds; all take copies, in no time. What the run
    before this one left to be copied goes."""
    with _as_owner() as owner:
        owner.execute("SELECT pg_advisory_lock(%s)", [COPYING])
        like = of[:-8] + "[0-9a-f]{8}$"
        others = owner.execute("SELECT datname FROM pg_database WHERE datname ~ %s", ["^" + like]).fetchall()
        if (of,) not in others:
            connection.settings_dict["TEST"]["NAME"] = of
            _make_database()
        for name in (copy, *(name for (name,) in others if name != of)):
            _drop(name)
        owner.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (copy, of))))
    connection.settings_dict["NAME"] = copy


def _let_tests_read_the_trail() -> None:
    """The web role writes the audit trail and reads none of it; tests look in the same breath what it wrote.

    `unread_trail` takes this back where the rule itself is tested.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON audit_auditevent, audit_seal TO {roles.WEB}")
        cursor.execute(f"CREATE POLICY tests_read ON audit_auditevent FOR SELECT TO {roles.WEB} USING (true)")


def _let_sealing_wait_for_vacuum() -> None:
    """What tests record and take back is vacuumed away now and then. Sealing, which in an installation is soon tried
    again, waits for that here: after a second the vacuum gives way."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER FUNCTION ponte_settled_audit_event() SET lock_timeout = '3s'")


@pytest.fixture
def unread_trail(db: None) -> None:
    """The audit trail as in an installation: the web role cannot read it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute(f"REVOKE SELECT ON audit_auditevent, audit_seal FROM {roles.WEB}")
        cursor.execute("DROP POLICY tests_read ON audit_auditevent")
        cursor.execute(f"SET LOCAL ROLE {roles.WEB}")


@pytest.fixture
def cast(db: None) -> Cast:
    """Known people in known teams; see `tests.cast`."""
    return assemble()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """A copy of the test database, in which transactions really commit."""
    original = connection.settings_dict["NAME"]
    copy = f"{original}_{uuid.uuid4().hex[:8]}"
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.close()
        with _as_owner() as owner:
            owner.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (copy, original))))
        connection.settings_dict["NAME"] = copy
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = original
            _drop(copy)


@pytest.fixture(scope="session")
def migrated() -> Iterator[Installation]:
    """An installation with all its tables, to be copied: making them takes ten seconds. Who uses it is among
    `OF_INSTALLATIONS`."""
    with installations() as top:
        made = Installation(top / "migrated")
        made.succeeds("migrate")
        made.database.stop()  # what is copied must lie still
        yield made


def _drop(name: str) -> None:
    with _as_owner() as owner:
        for _ in range(50):
            # Autovacuum may be at work in it for a moment; only a superuser may end that.
            with suppress(psycopg.errors.InsufficientPrivilege):
                owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
                break
            time.sleep(0.2)


@contextmanager
def _as_owner() -> Iterator[psycopg.Connection]:
    address = connection.settings_dict
    with psycopg.connect(
        host=address["HOST"],
        port=address["PORT"] or None,
        user=address["USER"],
        password=address["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    ) as owner:
        yield owner
