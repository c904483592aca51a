# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who looks after the weights: they see figures, and nobody's data."""

from ponte.accounts.models import User
from ponte.network.models import Membership

ROLES = (Membership.Role.NETWORK_MANAGER, Membership.Role.ADMINISTRATOR)


def may_choose(user: User) -> bool:
    """As `learning_may_choose` in the database."""
    return Membership.objects.filter(user=user, role__in=ROLES).exists()
