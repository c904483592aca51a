# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What whoever takes a role away, or suspends, is told before: rooms above say what would be left behind.

They add theirs with `add_provider` in their `AppConfig.ready`.
"""

from collections.abc import Callable, Sequence

from ponte.accounts.models import User
from ponte.network.models import Service

# Given who leaves, and which team, or all: sentences.
Provider = Callable[[User, Service | None], Sequence[str]]
_providers: list[Provider] = []


def add_provider(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def warnings(user: User, service: Service | None = None) -> list[str]:
    return [sentence for provider in _providers for sentence in provider(user, service)]
