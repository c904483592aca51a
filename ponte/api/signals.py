# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where an account may be in other hands, its tokens end with its sessions."""

from typing import Any

from django.dispatch import receiver

from ponte.accounts.models import User
from ponte.accounts.sessions.actions import sessions_ended
from ponte.api.tokens import revoke_all

# A role that is taken away ends its own tokens by itself, and a factor added by its owner ends none.
WHY = frozenset(
    {
        "accounts.change_password",
        "accounts.choose_password",
        "accounts.renew_password",
        "accounts.reset_factors",
        "accounts.set_identity",
        "accounts.suspend_user",
    }
)


@receiver(sessions_ended)
def _revoke(user: User, by: User, why: str, **_: Any) -> None:
    if why in WHY:
        revoke_all(user=user, by=by, why=why)
