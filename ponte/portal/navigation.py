# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each role is offered in the menus. A menu is no protection: every page proves the right to it."""

import datetime as dt

from django.db.models import Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Membership
from ponte.people.access.models import EmergencyAccess
from ponte.platform.ui.navigation import Item

Role = Membership.Role

TODAY = Item(_("Oggi"), "home")
PEOPLE = Item(_("Persone"), "people:list")
REGISTER = Item(_("Registro"), "register:list")
NETWORK = Item(
    _("Rete"),
    "network:directory",
    ("network:organisations", "network:services", "network:projects", "network:areas"),
)
INDICATORS = Item(_("Indicatori"), "register:indicators", also=("register:analysis",))
REPORTS = Item(_("Rapporti"), "reports:list")
IMPORTS = Item(_("Importa"), "spreadsheets:imports")
TRAIL = Item(_("Tracce"), "oversight:search")
EMERGENCIES = Item(_("Accessi di emergenza"), "access:emergencies")
RIGHTS = Item(_("Diritti"), "rights:work", also=("rights:notices",))
SEARCH = Item(_("Cerca"), "search")


def items_for(request: HttpRequest) -> dict[str, list[Item]]:
    """The entries by place: `main`, `user`, `footer` and `search`."""
    user = request.user
    if not user.is_authenticated:
        return {"main": [], "user": [], "footer": [NETWORK], "search": []}
    emergency = EmergencyAccess.objects.filter(user_id=user.pk, ended_at=None, until__gt=timezone.now())
    held = list(
        Membership.objects.filter(user_id=user.pk).values_list(
            "role", "service_id", Subquery(emergency.order_by("-until").values("until")[:1])
        )
    )
    roles = {role for role, _service, _until in held}
    in_team = any(service is not None for _role, service, _until in held)
    sees_work = in_team or Role.COORDINATOR in roles
    main = [TODAY]
    if in_team:
        main.append(PEOPLE)
    if sees_work:
        main.append(REGISTER)
    main.append(NETWORK)
    if sees_work or roles & {Role.NETWORK_MANAGER, Role.AUDITOR}:
        main += [INDICATORS, REPORTS]
    if Role.COORDINATOR in roles:
        main.append(IMPORTS)
    if Role.AUDITOR in roles:
        main.append(TRAIL)
    own = [Item(_("Accesso e sicurezza"), "mfa_index"), Item(_("Cambia la password"), "account_change_password")]
    if sees_work or roles & {Role.NETWORK_MANAGER, Role.AUDITOR}:
        main.append(RIGHTS)
    if Role.COORDINATOR in roles:
        own.insert(0, Item(_("Équipe"), "teams:mine"))
    if Role.ADMINISTRATOR in roles:
        main.append(Item(_("Utenti"), "teams:users"))
    if Role.AUDITOR in roles:
        main.append(EMERGENCIES)
    return {
        "main": main,
        "user": own,
        "footer": [Item(_("Componenti dell'interfaccia"), "components")],
        "search": [SEARCH],
        "alert": [_emergency_until(until) for _role, _service, until in held[:1] if until is not None],
    }


def _emergency_until(until: dt.datetime) -> Item:
    """On every page while it lasts: one sentence, which leads to where it is closed."""
    time = date_format(timezone.localtime(until), "TIME_FORMAT")
    return Item(gettext("Accesso di emergenza aperto fino alle %(time)s.") % {"time": time}, "access:emergencies")
