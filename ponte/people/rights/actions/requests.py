# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Requests for access: received, answered in parts by each service that knows the person, closed."""

import datetime as dt
import json

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Acquaintance, Card
from ponte.people.rights import rules, telling
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.models import AccessFile, AccessRequest
from ponte.platform.audit import actions as audit
from ponte.platform.papers.pdf import write_pdf

KEPT = dt.timedelta(days=30)


def a_month_after(day: dt.date) -> dt.date:
    """The same day of the next month, or its last (art. 12.3)."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month, last)
        except ValueError:
            continue
    raise AssertionError(day)


@transaction.atomic
def receive(
    *, card: Card, service: Service, asked_on: dt.date, identified: str, language: str, by: User, note: str = ""
) -> AccessRequest:
    """A person asks what is held about them; the service that hears it begins with its own part."""
    if not rules.speaks_for(by, card, service):
        raise PermissionDenied
    if asked_on > timezone.localdate():
        raise ValidationError({"asked_on": _("Il giorno non è ancora arrivato.")})
    request = stored(
        AccessRequest(
            card=card, service=service, asked_on=asked_on, due_on=a_month_after(asked_on), identified=identified,
            language=language, note=note, by=by,
        )
    )  # fmt: skip
    audit.record("rights.receive_access_request", request, by=by, after={"card": card.pk, "service": service.slug})
    order_part(request=request, service=service, by=by)
    return request


def cards_known(request: AccessRequest, service: Service) -> list[Card]:
    """The person's cards that the service knows: those its part is made of."""
    known = Acquaintance.objects.filter(service=service).values("card")
    return list(Card.objects.filter(person__cards=request.card_id, pk__in=known, erased_at=None).order_by("pk"))


@transaction.atomic
def order_part(*, request: AccessRequest, service: Service, by: User) -> AccessFile:
    """Have the service's part composed in the background; one that was taken or has expired is composed again."""
    from ponte.people.rights import tasks

    if not Membership.objects.filter(user=by, service=service).exists():
        raise PermissionDenied
    if request.closed_at is not None:
        raise ValidationError(_("La richiesta è già conclusa."))
    part, _made = AccessFile.objects.update_or_create(
        request=request,
        service=service,
        defaults={"made_by": by, "asked_at": timezone.now(), "made_at": None, "pdf": None, "json": None},
    )
    audit.record("rights.order_access_file", part, by=by, after={"request": request.pk, "service": service.slug})
    tasks.compose_access_file.defer(file=part.pk)
    return part


@transaction.atomic
def compose(part: AccessFile) -> None:
    """Gather what the service holds on the person and write it down twice, for people and for machines."""
    now = timezone.now()
    cards = cards_known(part.request, part.service)
    with translation.override(part.request.language):
        part.pdf = write_pdf(telling.paper(cards, part.service, made_at=now))
        said = telling.machine(cards, part.service, made_at=now)
    part.json = json.dumps(said, ensure_ascii=False, indent=1).encode()
    part.made_at, part.expires_at, part.taken_at = now, now + KEPT, None
    part.save()
    audit.record("rights.compose_access_file", part, by=part.made_by, after={"request": part.request_id})


@transaction.atomic
def take(*, part: AccessFile, form: str, by: User) -> bytes:
    """The file, for whoever hands it to the person; `form` is "pdf" or "json"."""
    if not Membership.objects.filter(user=by, service=part.service_id).exists():
        raise PermissionDenied
    content = {"pdf": part.pdf, "json": part.json}[form]
    if content is None:
        raise ValidationError(_("Il documento non è più disponibile: lo faccia comporre di nuovo."))
    part.taken_at = timezone.now()
    part.save(update_fields=["taken_at"])
    audit.record("rights.download_access_file", part, by=by, after={"request": part.request_id, "form": form})
    return bytes(content)


@transaction.atomic
def close(*, request: AccessRequest, by: User) -> None:
    """The person has the answer of this service."""
    if not Membership.objects.filter(user=by, service=request.service_id).exists():
        raise PermissionDenied
    if request.closed_at is None:
        request.closed_at = timezone.now()
        request.save(update_fields=["closed_at"])
        audit.record("rights.close_access_request", request, by=by)


@transaction.atomic
def forget_expired() -> int:
    """Empty the files whose time is over; returns how many."""
    return AccessFile.objects.filter(expires_at__lt=timezone.now(), pdf__isnull=False).update(pdf=None, json=None)
