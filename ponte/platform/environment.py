# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an installation says about itself in environment variables (12-factor), read once."""

import os
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from ponte.platform.database.connection import Purpose

ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT_KEY = "only-for-this-machine-never-for-production-0123456789"


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings that differ from one installation to the next.

    Defaults are those of a laptop: everything listens on loopback, and `production` is off. With
    `PONTE_PRODUCTION=1` the secret key, the hosts and the database must be given.
    """

    production: bool
    secret_key: str
    hosts: tuple[str, ...]
    address: str  # where people open this installation, for links in letters
    var: Path
    purpose: Purpose
    demo: bool
    behind_https_proxy: bool
    trusted_proxies: int
    second_factor: bool
    session_hours: int
    session_idle_minutes: int

    @classmethod
    def read(cls) -> "Environment":
        production = os.environ.get("PONTE_PRODUCTION", "") not in {"", "0"}
        secret_key = os.environ.get("PONTE_SECRET_KEY", "" if production else DEVELOPMENT_KEY)
        if not secret_key:
            raise ImproperlyConfigured(
                "PONTE_SECRET_KEY is missing: in production it must be a long random text, kept secret."
            )
        named = os.environ.get("PONTE_DATABASE_AS", "web")
        try:
            purpose = Purpose(named)
        except ValueError:
            raise ImproperlyConfigured(
                f"PONTE_DATABASE_AS is {named!r}; it must be one of {', '.join(Purpose)}."
            ) from None
        https_proxy = os.environ.get("PONTE_HTTPS_PROXY", "1" if production else "0") not in {"", "0"}
        demo = os.environ.get("PONTE_DEMO", "0" if production else "1") not in {"", "0"}
        named_hosts = os.environ.get("PONTE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
        hosts = tuple(host.strip() for host in named_hosts if host.strip())
        address = f"{'https' if https_proxy else 'http'}://{hosts[0] if hosts else 'localhost'}"
        return cls(
            production=production,
            secret_key=secret_key,
            hosts=hosts,
            address=os.environ.get("PONTE_ADDRESS", address).rstrip("/"),
            var=Path(os.environ.get("PONTE_VAR", ROOT / "var")).resolve(),
            purpose=purpose,
            demo=demo,
            behind_https_proxy=https_proxy,
            trusted_proxies=_number("PONTE_PROXIES", 1 if https_proxy else 0),
            second_factor=os.environ.get("PONTE_SECOND_FACTOR", "0" if demo else "1") not in {"", "0"},
            session_hours=_number("PONTE_SESSION_HOURS", 12),
            session_idle_minutes=_number("PONTE_SESSION_IDLE_MINUTES", 60),
        )


def _number(name: str, default: int) -> int:
    given = os.environ.get(name, "")
    if given and not given.isdecimal():
        raise ImproperlyConfigured(f"{name} is {given!r}; it must be a whole number.")
    return int(given) if given else default
