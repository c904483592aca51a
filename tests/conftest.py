# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast, and a real PostgreSQL in which the web role's rules hold."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.cast import Cast, assemble


def pytest_configure() -> None:
    from ponte.platform.database.setup import start_embedded_if_needed
    from ponte.platform.i18n.catalogs import compile_catalogs

    compile_catalogs()
    start_embedded_if_needed()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: object
) -> Iterator[None]:
    """Create this worker's database as its owner, then let every test act as the web role.

    The session's user stays the owner's, so that a test can step into the other roles as well.
    """
    from ponte.platform.database import roles

    worker = getattr(request.config, "workerinput", {}).get("workerid")
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        settings_dict = connection.settings_dict
        settings_dict["USER"] = roles.OWNER if not settings_dict["PASSWORD"] else settings_dict["USER"]
        settings_dict["OPTIONS"].pop("assume_role", None)
        if worker:
            settings_dict["TEST"]["NAME"] = f"test_{settings_dict['NAME']}_{worker}"
        with connection._nodb_cursor() as cursor:
            roles.ensure_roles(cursor)
        old = setup_databases(verbosity=0, interactive=False)
        connection.close()
        settings_dict["OPTIONS"]["assume_role"] = roles.WEB
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.close()
        settings_dict["OPTIONS"].pop("assume_role", None)
        teardown_databases(old, verbosity=0)


@pytest.fixture
def cast(db: None) -> Cast:
    """Known people in known teams; see `tests.cast`."""
    return assemble()
