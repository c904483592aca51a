# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who works where: a user's roles."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ponte.network.models.organisations import Organisation
from ponte.network.models.services import Service


class Membership(models.Model):
    """A role that a user holds: in the team of a service, over an organisation, or over the network.

    Team roles see the people of their service. A coordinator of a whole organisation, a network manager,
    an auditor and an administrator see no people.
    """

    class Role(models.TextChoices):
        OPERATOR = "operator", _("operatore di sportello")
        MEDIATOR = "mediator", _("mediatore linguistico-culturale")
        SOCIAL_WORKER = "social_worker", _("assistente sociale")
        COORDINATOR = "coordinator", _("coordinatore")
        NETWORK_MANAGER = "network_manager", _("responsabile di rete")
        AUDITOR = "auditor", _("responsabile della protezione dei dati")
        ADMINISTRATOR = "administrator", _("amministratore")

    TEAM_ROLES = (Role.OPERATOR, Role.MEDIATOR, Role.SOCIAL_WORKER, Role.COORDINATOR)
    NETWORK_ROLES = (Role.NETWORK_MANAGER, Role.AUDITOR, Role.ADMINISTRATOR)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("ruolo"), max_length=16, choices=Role)
    service = models.ForeignKey(
        Service, models.CASCADE, null=True, blank=True, related_name="memberships", verbose_name=_("servizio")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("ente"),
    )

    class Meta:
        verbose_name = _("appartenenza")
        verbose_name_plural = _("appartenenze")
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(role__in=["operator", "mediator", "social_worker"], service__isnull=False)
                    & Q(organisation__isnull=True)
                )
                | (Q(role="coordinator") & (Q(service__isnull=True) ^ Q(organisation__isnull=True)))
                | Q(
                    role__in=["network_manager", "auditor", "administrator"],
                    service__isnull=True,
                    organisation__isnull=True,
                ),
                name="membership_scope_fits_its_role",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "service", "organisation"],
                nulls_distinct=False,
                name="one_membership_per_role_and_scope",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
