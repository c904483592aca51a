# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One card on which two people were written down becomes two.

What was done stays where it was written: interventions, appointments, closed enrolments. What the card says of the
second person is written on the new card and taken off the first; an enrolment that shall go on with the second
person is closed on the first card and opened on the new one. The two are held to be different, so that nobody
is asked about them again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import actions, enrolling, identity, rules
from ponte.people.models import Card, CardContact, CardIdentifier, CardName, Enrolment, ValueChoice
from ponte.people.persons import COLUMNS
from ponte.platform.audit import actions as audit

Detail = CardName | CardContact | CardIdentifier
Field = ValueChoice.Field


@dataclass(frozen=True, slots=True)
class Share:
    """What belongs to the second person: their name, as it is to be written; fields that leave the first card
    (`moved`) or stand on both (`copied`); names, contacts and documents; open enrolments that go on with them."""

    named: Mapping[str, str]
    moved: Collection[Field] = ()
    copied: Collection[Field] = ()
    details: Sequence[Detail] = ()
    enrolments: Sequence[Enrolment] = ()


@transaction.atomic
def split(*, card: Card, share: Share, service: Service, by: User, reason: str) -> Card:
    """Returns the new card, registered by `service`. Raises `ValidationError` and `PermissionDenied`."""
    if not rules.may_change(by, card):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Scriva il motivo: resta con la decisione.")})
    theirs = [*share.moved, *share.copied]
    fields = {column: getattr(card, column) for name in theirs for column in COLUMNS[name]}
    new = actions.register_card(fields={**fields, **share.named}, service=service, by=by)
    for detail in share.details:
        _move(detail, card, new, by)
    emptied = {column: _emptied(card, column) for name in share.moved for column in COLUMNS[name]}
    if emptied:
        actions.change_card(card=card, fields=emptied, by=by)
    for enrolment in share.enrolments:
        _go_on(enrolment, new, by)
    identity.decide_different(one=card, other=new, by=by, reason=reason)
    audit.record("people.split_card", card, by=by, reason=reason, after={"new": new.pk})
    return new


def _emptied(card: Card, column: str) -> object:
    return "" if isinstance(getattr(card, column), str) else None


def _move(detail: Detail, card: Card, new: Card, by: User) -> None:
    if detail.card_id != card.pk:
        raise PermissionDenied
    copy = type(detail)(card=new)
    for column in detail._meta.concrete_fields:
        if column.name not in {"id", "card"}:
            setattr(copy, column.name, getattr(detail, column.name))
    actions.remove_detail(detail=detail, by=by)
    actions.add_detail(detail=copy, by=by)


def _go_on(enrolment: Enrolment, new: Card, by: User) -> None:
    today = timezone.localdate()
    enrolling.close_enrolment(
        enrolment=enrolment,
        closed_on=max(today, enrolment.opened_on),
        outcome=Enrolment.Outcome.OTHER,
        by=by,
        note=_("Prosegue sulla scheda %(code)s: qui erano scritte due persone.") % {"code": new.code},
    )
    enrolling.open_enrolment(
        card=new,
        service=enrolment.service,
        project=enrolment.project,
        opened_on=max(today, enrolment.opened_on),
        reason=enrolment.reason,
        referent=enrolment.referent,
        by=by,
    )
