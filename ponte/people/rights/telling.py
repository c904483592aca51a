# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is held on a person, in words, gathered from every room: the answer to a request for access (art. 15)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Membership, Service
from ponte.people.models import Card
from ponte.people.rights import holdings
from ponte.people.rights.holdings import Holding
from ponte.platform import codes
from ponte.platform.audit.models import AuditEvent
from ponte.platform.papers import Paper, Section, Table
from ponte.platform.privacy import Privacy

COUNTRIES = {"birth_country", "citizenships", "country"}
LANGUAGES = {"languages", "language", "preferred_language"}
UNNAMED = {
    "service": gettext_lazy("servizio"),
    "sender": gettext_lazy("servizio che condivide"),
    "since": gettext_lazy("dal"),
    "at": gettext_lazy("annotato il"),
    "asked_at": gettext_lazy("chiesto il"),
    "created_at": gettext_lazy("scritto il"),
    "decided_at": gettext_lazy("deciso il"),
    "shared_at": gettext_lazy("condiviso il"),
    "ended_at": gettext_lazy("finito il"),
    "import_source": gettext_lazy("foglio da cui viene"),
    "import_ref": gettext_lazy("identificativo nel foglio"),
    "kind": gettext_lazy("tipo"),
    "outcome": gettext_lazy("esito"),
    "note": gettext_lazy("nota"),
    "intervention": gettext_lazy("intervento"),
    "answers": gettext_lazy("perché manca un dato"),
}
READING = ("people.read_card", "people.print_card", "people.read_legal_name")


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of one table: each a list of (field's name, label, value in words)."""

    holding: Holding
    rows: list[list[tuple[str, str, str]]]

    @property
    def title(self) -> str:
        return capfirst(self.holding.name)


def gathered(cards: Sequence[Card], service: Service) -> list[Told]:
    """All that `service` holds on these cards, by the schema; what is withheld has no rows."""
    found = []
    for holding in holdings.all_of_them():
        if holding.withheld:
            continue
        rows = holding.rows([card.pk for card in cards], service.pk).order_by("pk")
        found.append(Told(holding, [list(_told(row, holding)) for row in rows]))
    return sorted(found, key=lambda told: not told.holding.is_base)


def _told(row: models.Model, holding: Holding) -> Iterator[tuple[str, str, str]]:
    classes: dict[str, Privacy] = getattr(row, "privacy", {})
    for field in row._meta.concrete_fields:
        technical = classes.get(field.name) == Privacy.TECHNICAL and not isinstance(field, models.DateField)
        if technical or field.primary_key or field.name in holding.hidden or _is_inner(field):
            continue
        value = _words(row, field)
        if value:
            yield field.name, capfirst(_label(field)), value


def _label(field: "models.Field[Any, Any]") -> str:
    """Columns that no screen shows have no words of their own."""
    unnamed = field.verbose_name == field.name.replace("_", " ")
    return str(UNNAMED.get(field.name, field.verbose_name) if unnamed else field.verbose_name)


def _is_inner(field: "models.Field[Any, Any]") -> bool:
    """Cards and colleagues: which row belongs to which, and who works here, is not about the person."""
    related = field.related_model
    if related is None:
        return False
    assert isinstance(related, type)  # noqa: S101
    return related is Card or related._meta.label == settings.AUTH_USER_MODEL or hasattr(related, "privacy")


def _words(row: models.Model, field: "models.Field[Any, Any]") -> str:
    value = getattr(row, field.name)
    if value in (None, "", [], {}):
        return ""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("sì") if value else _("no")
    if isinstance(value, dt.datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, dt.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list | str) and field.name in COUNTRIES | LANGUAGES:
        name = codes.country_name if field.name in COUNTRIES else codes.language_name
        return ", ".join(name(code) for code in ([value] if isinstance(value, str) else value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {one}" for key, one in value.items())
    return str(value)


def readings(cards: Sequence[Card], service: Service) -> list[tuple[dt.date, str, int]]:
    """On which days the service's staff looked at the cards, and how often; not who did.

    Left out is whoever is in a protected team too, of another service: it could be for that one that they looked.
    """
    protected = Membership.objects.filter(service__confidentiality=Service.Confidentiality.PROTECTED)
    elsewhere = protected.exclude(service=service).values("user_id")
    team = Membership.objects.filter(service=service).exclude(user_id__in=elsewhere).values("user_id")
    events = AuditEvent.objects.filter(
        object_type="people.card", object_id__in=[card.pk for card in cards], action__in=READING, actor__in=team
    )
    names = {
        "people.read_card": _("lettura della scheda"),
        "people.print_card": _("stampa della scheda"),
        "people.read_legal_name": _("lettura del nome legale"),
    }
    days = events.annotate(day=TruncDate("at")).values("day", "action").annotate(times=Count("pk"))
    return [(row["day"], names[row["action"]], row["times"]) for row in days.order_by("day", "action")]


def machine(cards: Sequence[Card], service: Service, *, made_at: dt.datetime) -> dict[str, Any]:
    """For other systems (art. 20): the same, by the names of tables and fields."""
    return {
        "made_at": made_at.isoformat(),
        "service": {"slug": service.slug, "name": service.name, "controller": service.provider.name},
        "cards": [card.code for card in cards],
        "records": {
            told.holding.model._meta.label_lower: [{name: value for name, _label, value in row} for row in told.rows]
            for told in gathered(cards, service)
            if told.rows
        },
        "consultations": [
            {"day": day.isoformat(), "what": what, "times": times} for day, what, times in readings(cards, service)
        ],
    }


def paper(cards: Sequence[Card], service: Service, *, made_at: dt.datetime) -> Paper:
    made = _("Composto il %(when)s da %(service)s.") % {
        "when": date_format(timezone.localtime(made_at), "SHORT_DATETIME_FORMAT"), "service": service.name,
    }  # fmt: skip
    sections = [_section(told) for told in gathered(cards, service) if told.rows]
    looked = [
        (date_format(day, "SHORT_DATE_FORMAT"), what, str(times)) for day, what, times in readings(cards, service)
    ]
    if looked:
        head = (_("Giorno"), _("Che cosa"), _("Volte"))
        sections.append(Section(_("Chi ha guardato i suoi dati"), tables=[Table("", head, looked)]))
    sections.append(_what_else())
    return Paper(
        title=_("I suoi dati"),
        subtitle=_("%(service)s · %(controller)s") % {"service": service.name, "controller": service.provider.name},
        author=service.provider.name,
        made_at=made_at,
        made=made,
        lead=[
            _("Qui sta ciò che il servizio conserva su di lei (art. 15 del regolamento UE 2016/679)."),
            _("Ogni servizio risponde per la propria parte: un altro servizio a cui si è rivolta consegna la sua."),
            _(
                "Può chiedere di correggere, limitare o cancellare questi dati, opporsi al loro uso e presentare un "
                "reclamo al Garante per la protezione dei dati personali."
            ),
        ],
        sections=sections,
    )  # fmt: skip


def _section(told: Told) -> Section:
    if len(told.rows) == 1:
        return Section(told.title, facts=[(label, value) for _name, label, value in told.rows[0]])
    head = list(dict.fromkeys(label for row in told.rows for _name, label, _value in row))
    if not head:
        return Section(told.title, paragraphs=[str(len(told.rows))])
    rows = [[{label: value for _name, label, value in row}.get(one, "") for one in head] for row in told.rows]
    return Section(told.title, tables=[Table("", head, rows)])


def _what_else() -> Section:
    withheld: dict[str, list[str]] = {}
    for holding in holdings.all_of_them():
        if holding.withheld:
            withheld.setdefault(str(holding.withheld), []).append(holding.name)
    facts = [(capfirst(", ".join(names)), why) for why, names in withheld.items()]
    facts += [(capfirst(holding.name), str(holding.partly)) for holding in holdings.all_of_them() if holding.partly]
    return Section(_("Che cosa non è riportato, e perché"), facts=facts)
