# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A card in words: what each of its fields says, or why it says nothing."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.people import phones
from ponte.people.models import Answer, Card
from ponte.platform import codes

EXPIRES_SOON = dt.timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Said:
    """A field's value in words; where it has none, `why` says why."""

    label: str | Promise
    value: str | Promise
    why: str | Promise = ""


def age(card: Card, today: dt.date) -> int | None:
    """In full years, as far as the date of birth is known: of a year alone, the age reached by its end."""
    date = card.born
    if date is None:
        return None
    latest = date.earliest
    return today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))


def summary(card: Card, today: dt.date) -> str:
    """What tells people of one name apart: "nata nel 1985, Marocco"."""
    parts = []
    date = card.born
    if date is not None:
        parts.append(date.display())
        years = age(card, today)
        if years is not None:
            parts.append(_("%(years)s anni") % {"years": years})
    parts += [codes.country_name(code) for code in card.citizenships]
    return " · ".join(parts)


def about(card: Card) -> list[Said]:
    date = card.born
    return [
        _said(card, "birth_date", gettext_lazy("Data di nascita"), date.display() if date else ""),
        _said(card, "sex", gettext_lazy("Sesso"), card.get_sex_display() if card.sex else ""),
        _said(card, "birth_place", gettext_lazy("Luogo di nascita"), card.birth_place),
        _said(card, "birth_country", gettext_lazy("Paese di nascita"), _country(card.birth_country)),
        _said(card, "citizenships", gettext_lazy("Cittadinanze"), ", ".join(map(_country, card.citizenships))),
        _said(card, "languages", gettext_lazy("Lingue"), ", ".join(map(codes.language_name, card.languages))),
        _said(card, "needs_mediator", gettext_lazy("Serve un mediatore"), _yes_no(card.needs_mediator)),
        _said(
            card,
            "education",
            gettext_lazy("Titolo di studio"),
            card.get_education_display() if card.education else "",
        ),
        _said(card, "employment", gettext_lazy("Lavoro"), card.get_employment_display() if card.employment else ""),
    ]


def contacts(card: Card) -> list[Said]:
    channel = card.get_preferred_channel_display() if card.preferred_channel else ""
    language = codes.language_name(card.preferred_language) if card.preferred_language else ""
    address = " ".join(filter(None, (card.address, card.postcode)))
    return [
        Said(gettext_lazy("Preferisce"), ", ".join(str(part) for part in (channel, language) if part)),
        _said(card, "phone", gettext_lazy("Telefono"), phones.displayed(card.phone) if card.phone else ""),
        _said(card, "email", gettext_lazy("E-mail"), card.email),
        _said(card, "address", gettext_lazy("Indirizzo"), address),
        _said(card, "area", gettext_lazy("Comune"), card.area.name if card.area else ""),
    ]


def _said(card: Card, field: str, label: str | Promise, value: str | Promise) -> Said:
    why = "" if value else Answer(card.answers.get(field, Answer.NOT_ASKED)).label
    return Said(label, value, why)


def _country(code: str) -> str:
    return codes.country_name(code) if code else ""


def _yes_no(value: bool | None) -> str:
    return "" if value is None else _("sì") if value else _("no")


def expiry(expires_on: dt.date | None, today: dt.date) -> str:
    """ "expired", "soon" or ""."""
    if expires_on is None:
        return ""
    if expires_on < today:
        return "expired"
    return "soon" if expires_on - today <= EXPIRES_SOON else ""
