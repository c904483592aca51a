# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with the register of work."""

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.register.models import Intervention


def in_team(user: User, service_id: int) -> bool:
    return Membership.objects.filter(user=user, service_id=service_id).exists()


def may_record(user: User, service: Service) -> bool:
    """The team of a service records its work."""
    return in_team(user, service.pk)


def may_correct(user: User, intervention: Intervention) -> bool:
    """The team that recorded it corrects it or takes it back; what was taken back stays as it is."""
    return intervention.voided_at is None and in_team(user, intervention.service_id)


def may_see_people(user: User, intervention: Intervention) -> bool:
    """Whoever coordinates the organisation reads the work; who took part is the team's to know."""
    return in_team(user, intervention.service_id)
