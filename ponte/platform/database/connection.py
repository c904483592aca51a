# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which PostgreSQL this process talks to, and as whom.

`DATABASE_URL` is the owner's address: it migrates. `DATABASE_WEB_URL` and `DATABASE_SYSTEM_URL` are those of
the web role and of worker and command line; where they are not given, the process logs in with the owner's
address and at once takes on the lesser role, which is enough for a laptop and not for production. Without
`DATABASE_URL`, the embedded PostgreSQL under `PONTE_VAR` serves.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from ponte.platform.database import roles
from ponte.platform.database.embedded import EmbeddedDatabase


class Purpose(StrEnum):
    """Why a process opens the database; each has the privileges of one role (see `roles`)."""

    OWNER = "owner"
    WEB = "web"
    SYSTEM = "system"


ROLE_OF = {Purpose.OWNER: roles.OWNER, Purpose.WEB: roles.WEB, Purpose.SYSTEM: roles.SYSTEM}


def database_settings(environment: Mapping[str, str], var: Path, purpose: Purpose) -> dict[str, Any]:
    """Django's settings of the one database, for a process with this purpose.

    Raises `ImproperlyConfigured` with a sentence when an address is not one of PostgreSQL.
    """
    if not environment.get("DATABASE_URL"):
        return _parse(EmbeddedDatabase.for_installation(var).url(user=ROLE_OF[purpose]), role=None)
    own_address = environment.get(f"DATABASE_{purpose.upper()}_URL")
    if purpose is Purpose.OWNER or own_address:
        return _parse(own_address or environment["DATABASE_URL"], role=None)
    return _parse(environment["DATABASE_URL"], role=ROLE_OF[purpose])


def _parse(url: str, *, role: str | None) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name; "
            f"its scheme is {parts.scheme or 'missing'!r} and its path is {parts.path!r}."
        )
    options: dict[str, Any] = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    host = options.pop("host", None) or parts.hostname or ""
    if role:
        options["assume_role"] = role
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,  # A database that was away for a moment costs nobody a page.
        "OPTIONS": options,
    }
