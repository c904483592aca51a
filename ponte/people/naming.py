# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whose name may stand beside what they did about a person.

The name of somebody of a reserved or protected service tells that the service knows the person.
"""

from collections.abc import Collection

from ponte.accounts.models import User
from ponte.network.models import Service


def may_be_named(who: User, *, to: Collection[int]) -> bool:
    """Somebody of a shared service, or of one of these, the services of the reader's own teams.

    For lists, prefetch `memberships__service`.
    """
    services = [item.service for item in who.memberships.all() if item.service is not None]
    return any(service.pk in to or service.confidentiality == Service.Confidentiality.SHARED for service in services)
