# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the settings are safe for real data. Needs no database."""

import os
from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from ponte.platform.checks.findings import Finding, Outcome, judge
from ponte.platform.database.connection import Purpose, database_settings
from ponte.platform.environment import DEVELOPMENT_KEY, Environment
from ponte.platform.vault.keys import DEVELOPMENT, ring

LONG_ENOUGH = 50
# What NIST SP 800-63B allows where a second factor is needed (AAL2).
LONGEST_HOURS, LONGEST_IDLE = 24, 60


def check_settings(environment: Environment) -> Iterator[Finding]:
    if not environment.production:
        yield Finding(
            "settings.production",
            Outcome.NOTE,
            "These are the settings of a laptop. With real people's data, set PONTE_PRODUCTION=1.",
        )
        return
    yield judge("settings.debug", good="Debugging is off.", wrong="DEBUG is on." if settings.DEBUG else None)
    yield judge("settings.key", good="The secret key is one of its own.", wrong=_key(settings.SECRET_KEY))
    yield judge("settings.field_keys", good="Notes and attachments have keys of their own.", wrong=_field_keys())
    yield judge("settings.hosts", good=f"Answers for {', '.join(environment.hosts)}.", wrong=_hosts(environment))
    yield judge(
        "settings.https",
        good="Pages and cookies travel over HTTPS only.",
        wrong=None
        if environment.behind_https_proxy
        else "PONTE_HTTPS_PROXY is 0: pages and sign-ins would travel unencrypted.",
    )
    yield judge(
        "settings.demo",
        good="No example accounts.",
        wrong="PONTE_DEMO is 1: the example accounts have public passwords." if environment.demo else None,
    )
    yield judge(
        "settings.second_factor",
        good="Whoever holds a role needs a second factor.",
        wrong=None if environment.second_factor else "PONTE_SECOND_FACTOR is 0: a stolen password would open cards.",
    )
    yield judge(
        "settings.sessions",
        good=f"Sign-ins end after {environment.session_idle_minutes} idle minutes, "
        f"and after {environment.session_hours} hours.",
        wrong=_sessions(environment),
    )
    yield judge(
        "settings.identity_provider",
        good="The identity provider, if any, is asked over HTTPS.",
        wrong=_identity(os.environ.get("PONTE_OIDC_SERVER", "")),
    )
    yield judge("settings.database", good="The web server has a login of its own.", wrong=_logins(environment))


def _sessions(environment: Environment) -> str | None:
    if not 0 < environment.session_hours <= LONGEST_HOURS:
        return f"PONTE_SESSION_HOURS is {environment.session_hours}; it must be from 1 to {LONGEST_HOURS}."
    if not 0 < environment.session_idle_minutes <= LONGEST_IDLE:
        return (
            f"PONTE_SESSION_IDLE_MINUTES is {environment.session_idle_minutes}; it must be from 1 to {LONGEST_IDLE}."
        )
    return None


def _identity(server: str) -> str | None:
    if server and not server.startswith("https://"):
        return f"PONTE_OIDC_SERVER is {server!r}; it must begin with https://."
    if server and not (os.environ.get("PONTE_OIDC_CLIENT_ID") and os.environ.get("PONTE_OIDC_CLIENT_SECRET")):
        return "PONTE_OIDC_CLIENT_ID and PONTE_OIDC_CLIENT_SECRET are missing."
    return None


def _key(key: str) -> str | None:
    if key == DEVELOPMENT_KEY:
        return "PONTE_SECRET_KEY is the development key, which everybody knows."
    if len(key) < LONG_ENOUGH:
        return f"PONTE_SECRET_KEY has {len(key)} characters; it needs {LONG_ENOUGH} or more, random ones."
    return None


def _field_keys() -> str | None:
    try:
        own = all(key.secret != DEVELOPMENT for key in ring().keys)
    except ImproperlyConfigured as problem:
        return str(problem)
    return None if own else "PONTE_FIELD_KEYS holds the development key, which everybody knows."


def _hosts(environment: Environment) -> str | None:
    if any("*" in host for host in environment.hosts):
        return "PONTE_HOSTS contains '*'; name the host names that people use."
    if "PONTE_HOSTS" not in os.environ:
        return "PONTE_HOSTS is missing; name the host names that people use."
    return None


def _logins(environment: Environment) -> str | None:
    if not os.environ.get("DATABASE_URL"):
        return "DATABASE_URL is missing: the embedded PostgreSQL is not for production."
    owner, web = (database_settings(os.environ, environment.var, purpose) for purpose in (Purpose.OWNER, Purpose.WEB))
    if web["OPTIONS"].get("assume_role") or web["USER"] == owner["USER"]:
        return (
            f"The web server logs in as the owner {owner['USER']!r} and could step back into it; "
            "give it a login of its own in DATABASE_WEB_URL."
        )
    return None
