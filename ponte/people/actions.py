# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes of cards: registering, changing, and what a card holds several of."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import holds, names, phones, rules
from ponte.people.candidates.keeping import KEYED_FIELDS, index_cards
from ponte.people.matching.keys import VERSION
from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    Household,
    NameToken,
    Person,
)
from ponte.platform.audit import actions as audit

NAME_FIELDS = ("given_name", "family_name", "native_name", "chosen_name")
Detail = CardName | CardContact | CardIdentifier


class ChangedMeanwhileError(Exception):
    """Someone else changed the card after it was shown; saving would undo their change unseen."""


@transaction.atomic
def register_card(
    *, fields: Mapping[str, Any], service: Service, by: User, identifiers: Iterable[CardIdentifier] = ()
) -> Card:
    """Write down a person whom `service` meets: a card and a person of its own.

    `fields` are those of `Card`. Raises `ValidationError`, and `PermissionDenied` outside the team.
    """
    if not rules.may_register(by, service):
        raise PermissionDenied
    # The service that registers knows the card from the first row on: without it, writing more is refused.
    card = Card(**_tidy(fields), registered_by=service, created_by=by, person=Person(), keys_version=VERSION)
    card.clean_fields(exclude=["person"])
    card.validate_constraints()
    card.person.save()
    card.save()
    Acquaintance.objects.create(card=card, service=service)
    for identifier in identifiers:
        identifier.card = card
        identifier.full_clean()
        identifier.save()
    index_names(card)
    index_cards([card.pk])
    audit.record("people.register_card", card, by=by, after=_filled(card))
    return card


@transaction.atomic
def change_card(
    *,
    card: Card,
    fields: Mapping[str, Any],
    by: User,
    seen: dt.datetime | None = None,
    correcting: bool = False,
    reason: str = "",
) -> Card:
    """Change these fields of the card, and nothing where nothing differs.

    `seen` is the card's `updated_at` when it was shown to whoever changes it. `correcting` writes what the person
    asked to have put right, which is what a restriction of their data waits for. Raises `ValidationError` (also
    where the card may not be used, see `holds`) and `ChangedMeanwhileError`.
    """
    card = Card.objects.select_for_update(of=("self",)).select_related("area", "household").get(pk=card.pk)
    if not rules.may_change(by, card):
        raise PermissionDenied
    changes = {name: value for name, value in _tidy(fields).items() if getattr(card, name) != value}
    if not changes:
        return card
    if not correcting:
        holds.check([card.pk])
    if seen is not None and card.updated_at != seen:
        raise ChangedMeanwhileError
    before = {name: getattr(card, name) for name in changes}
    for name, value in changes.items():
        setattr(card, name, value)
    card.clean_fields(exclude=["person"])
    card.validate_constraints()
    card.save()
    if set(changes) & set(NAME_FIELDS):
        index_names(card)
    if set(changes) & KEYED_FIELDS:
        index_cards([card.pk])
    audit.record("people.change_card", card, by=by, before=before, after=changes, reason=reason)
    return card


def _tidy(fields: Mapping[str, Any]) -> dict[str, Any]:
    tidy = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    if tidy.get("phone"):
        tidy["phone"] = phones.normalised(tidy["phone"])
    return tidy


def _filled(card: Card) -> dict[str, Any]:
    held = model_to_dict(card, exclude=["id"])
    return {name: value for name, value in held.items() if value not in ("", None, [], {})}


def index_names(card: Card) -> None:
    """Keep the words under which the card is found in step with its names."""
    written = [getattr(card, name) for name in NAME_FIELDS]
    written += card.other_names.values_list("name", flat=True)
    wanted = names.tokens(written)
    present = dict(card.name_tokens.values_list("token", "pk"))
    NameToken.objects.filter(pk__in=[pk for token, pk in present.items() if token not in wanted]).delete()
    NameToken.objects.bulk_create(NameToken(card=card, token=token) for token in sorted(wanted - present.keys()))


@transaction.atomic
def add_detail(*, detail: Detail, by: User) -> Detail:
    """Add a name, contact or document to its card."""
    if not rules.may_change(by, detail.card):
        raise PermissionDenied
    holds.check([detail.card_id])
    if isinstance(detail, CardContact) and detail.kind == CardContact.Kind.PHONE:
        detail.value = phones.normalised(detail.value)
    detail.full_clean()
    detail.save()
    _after_detail(detail)
    audit.record(f"people.add_{_noun(detail)}", detail.card, by=by, after=model_to_dict(detail))
    return detail


@transaction.atomic
def remove_detail(*, detail: Detail, by: User) -> None:
    """Take a name, contact or document off its card; the audit trail keeps what it was."""
    if not rules.may_change(by, detail.card):
        raise PermissionDenied
    holds.check([detail.card_id])
    before = model_to_dict(detail)
    detail.delete()
    _after_detail(detail)
    audit.record(f"people.remove_{_noun(detail)}", detail.card, by=by, before=before)


def _noun(detail: Detail) -> str:
    return type(detail).__name__.removeprefix("Card").lower()


def _after_detail(detail: Detail) -> None:
    if isinstance(detail, CardName):
        index_names(detail.card)
    index_cards([detail.card_id])


@transaction.atomic
def join_household(*, card: Card, other: Card, role: str, by: User) -> Household:
    """Put the card into the household of another card, or found one for both."""
    if not (rules.may_change(by, card) and rules.may_change(by, other)):
        raise PermissionDenied
    if card.pk == other.pk:
        raise ValidationError(_("Una persona vive già con sé stessa: scelga un'altra scheda."))
    household = other.household
    if household is None:
        household = Household.objects.create()
        change_card(card=other, fields={"household": household}, by=by)
    change_card(card=card, fields={"household": household, "household_role": role}, by=by)
    return household


@transaction.atomic
def leave_household(*, card: Card, by: User) -> None:
    change_card(card=card, fields={"household": None, "household_role": ""}, by=by)
