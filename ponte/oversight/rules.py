# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may read the trail: the auditor all of it without contents, a coordinator that of the people of the own team.

The database says the same in the policy of the door's role.
"""

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.people.models import Card
from ponte.people.rules import answers_for
from ponte.platform.requests import once_a_request


@once_a_request
def is_auditor(user: User) -> bool:
    return Membership.objects.filter(user=user, role=Membership.Role.AUDITOR, user__is_active=True).exists()


def may_see_who_saw(user: User, card: Card) -> bool:
    return answers_for(user, card)
