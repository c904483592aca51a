# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People kept to some of a team of whom nobody is left there: two others say who shall know of them. And the warning
before it comes to that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.access import rules
from ponte.people.access.keeping import FEWEST
from ponte.people.access.models import Reopening
from ponte.people.models import Card
from ponte.platform.audit import actions as audit

SHORTEST_REASON = 15


@dataclass(frozen=True, slots=True)
class Orphan:
    """A person whom nobody knows any more, by number. `were` are those who did, for whoever decides."""

    protection_id: int
    service: Service
    code: str
    since: datetime
    were: tuple[User, ...]
    waiting: Reopening | None


def orphans() -> list[Orphan]:
    """Of the services that whoever acts coordinates; for the data protection officer all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT protection_id, service_id, code, since, were FROM access_orphans()")
        rows = cursor.fetchall()
    if not rows:
        return []
    services = Service.objects.in_bulk({row[1] for row in rows})
    users = User.objects.in_bulk({pk for row in rows for pk in row[4]})
    open_ones = Reopening.objects.filter(protection__in=[row[0] for row in rows], decided_at=None)
    waiting = {one.protection_id: one for one in open_ones.select_related("proposed_by")}
    return [
        Orphan(pk, services[service], code, since, tuple(users[one] for one in were if one in users), waiting.get(pk))
        for pk, service, code, since, were in rows
    ]


def known_to_alone(user: User) -> Mapping[Service, int]:
    """How many people of each service would be left without anybody if the user left."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT service_id, people FROM access_known_to_alone(%s)", [user.pk])
        found = dict(cursor.fetchall())
    services = Service.objects.in_bulk(found) if found else {}
    return {services[service]: people for service, people in found.items()}


def before_leaving(user: User, service: Service | None) -> list[str]:
    """For `network.teams.leaving`."""
    return [
        ngettext(
            "%(name)s è l'unica persona rimasta a conoscere %(number)d persona protetta di %(service)s. Prima che "
            "vada via le chieda di indicare un'altra persona, sulla scheda, con «Cambia chi la conosce».",
            "%(name)s è l'unica persona rimasta a conoscere %(number)d persone protette di %(service)s. Prima che "
            "vada via le chieda di indicare altre persone, sulle schede, con «Cambia chi la conosce».",
            people,
        )
        % {"name": user.name, "number": people, "service": one}
        for one, people in known_to_alone(user).items()
        if service is None or one == service
    ]


@transaction.atomic
def propose(*, orphan: Orphan, members: Collection[User], reason: str, by: User) -> Reopening:
    """Raises `PermissionDenied` for whoever does not coordinate the service, and `ValidationError`."""
    if not rules.coordinates(by, orphan.service):
        raise PermissionDenied
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": _("Scriva il motivo: lo legge chi decide, e poi chi la conoscerà.")})
    if len({user.pk for user in members}) < FEWEST:
        raise ValidationError({"members": _("Indichi almeno due persone: nessuno resta solo a conoscerla.")})
    if not all(user.is_active for user in members) or not rules.are_in_team(members, orphan.service):
        raise ValidationError({"members": _("Chi viene indicato lavora in questo servizio.")})
    made = Reopening(
        protection_id=orphan.protection_id, service=orphan.service, reason=reason.strip(), proposed_by=by,
        members=sorted({user.pk for user in members}),
    )  # fmt: skip
    made.validate_constraints(exclude=["protection"])
    made.save(force_insert=True)
    audit.record(
        "access.propose_reopening", made, by=by, reason=made.reason,
        after={"protection": orphan.protection_id, "members": ", ".join(map(str, made.members))},
    )  # fmt: skip
    return made


@transaction.atomic
def decide(*, reopening: Reopening, authorised: bool, answer: str, by: User) -> None:
    """By the data protection officer, and never by whoever proposed it. Once authorised, those named know the person.

    Raises `PermissionDenied`, and `ValidationError` where one of them is no longer in the team.
    """
    held = Reopening.objects.select_for_update(of=("self",)).select_related("service").get(pk=reopening.pk)
    if not rules.may_decide_reopening(by, held):
        raise PermissionDenied
    if held.protection_id not in {one.protection_id for one in orphans()}:
        raise ValidationError(_("Non serve più: qualcuno dell'équipe la conosce."))
    named = User.objects.filter(pk__in=held.members, is_active=True)
    if authorised and not (len(named) == len(held.members) and rules.are_in_team(named, held.service)):
        raise ValidationError(_("Una delle persone indicate non lavora più qui: chi coordina ne proponga altre."))
    held.is_authorised, held.answer = authorised, answer.strip()
    held.decided_by, held.decided_at = by, timezone.now()
    held.validate_constraints()
    held.save(update_fields=["is_authorised", "answer", "decided_by", "decided_at"])
    told = {"proposal": held.pk, "members": ", ".join(map(str, held.members))}
    if not authorised:
        audit.record("access.refuse_reopening", held, by=by, reason=held.answer, after=told)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_reopen(%s)", [held.pk])
        card = Card(pk=cursor.fetchone()[0])
    audit.record("access.reopen_card", card, by=by, reason=held.reason, after=told)
