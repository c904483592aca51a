# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words for the register's pages."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ponte.people.models import Card
from ponte.platform.codes import language_name
from ponte.register.models import Participation

register = template.Library()


@register.simple_tag
def duration(minutes: int) -> str:
    """90 as "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part
        for part in (
            _("%(hours)s h") % {"hours": number_format(hours)} if hours else "",
            _("%(minutes)s min") % {"minutes": rest} if rest or not hours else "",
        )
        if part
    )


@register.simple_tag
def hours(minutes: int) -> str:
    """90 as "1,5"."""
    return number_format(Decimal(minutes) / 60, decimal_pos=1 if minutes % 60 else 0, force_grouping=True)


@register.simple_tag
def language_names(codes: Sequence[str]) -> str:
    return ", ".join(language_name(code) for code in codes)


@register.simple_tag
def share_percent(share: Decimal) -> str:
    percent = (share * 100).normalize()
    return f"{number_format(percent, decimal_pos=max(0, -int(percent.as_tuple().exponent)))}%"


@register.filter
def item(values: Mapping[object, object], key: object) -> object:
    return values.get(key, "")


@register.simple_tag
def card_url(card: Card) -> str:
    return reverse("people:card", args=[card.code])


@register.simple_tag
def participation_details(row: Participation) -> SafeString:
    """What a participation says besides who and in which role."""
    first = {True: _("primo contatto"), False: _("già conosciuto/a"), None: ""}[row.first_contact]
    referred = row.referred_to or (row.referred_to_service.name if row.referred_to_service else "")
    said = [
        first,
        row.group,
        row.partner,
        row.output,
        row.test,
        row.get_result_display() if row.result else "",
        _("inviato/a a %(where)s") % {"where": referred} if referred else "",
        row.get_outcome_display() if row.outcome else "",
    ]
    return format_html_join(" · ", "{}", ((words,) for words in said if words)) or SafeString("—")
