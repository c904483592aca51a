# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of the register as a `register` sheet, which any installation can import."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.platform.audit.actions import record
from ponte.platform.spreadsheets.writing import Cell, write_sheet
from ponte.register.models import Intervention, Participation, ProjectShare

COLUMNS = (
    "intervention", "organisation", "service", "project", "kind", "date", "minutes", "setting", "municipality",
    "language", "staff", "person", "headcount", "role", "first_contact", "group", "partner", "referred_to", "test",
    "result", "output",
)  # fmt: skip
MOST = 100_000
CHUNK = 1000


def export_register(
    *, interventions: QuerySet[Intervention], kind: str, path: Path, filters: Mapping[str, str], by: User
) -> int:
    """Write the interventions and their participations, as far as `by` may see them; returns how many
    interventions. Raises `ValidationError` where they are too many for one file."""
    length = interventions.order_by()[: MOST + 1].count()
    if length > MOST:
        raise ValidationError(
            _("Sono più di %(most)s interventi: scelga un periodo più breve o altri filtri.") % {"most": MOST}
        )
    record("register.export_interventions", by=by, after={**filters, "format": kind, "interventions": length})
    write_sheet(path, kind, headings=COLUMNS, rows=sheet_rows(interventions), title=_("Registro"))
    return length


def sheet_rows(interventions: QuerySet[Intervention]) -> Iterator[Sequence[Cell]]:
    """One row per participation, and one for an intervention without any; the oldest first."""
    detailed = (
        interventions.order_by("date", "pk")
        .select_related("service", "organisation", "area")
        .prefetch_related(
            "staff",
            Prefetch("project_shares", ProjectShare.objects.select_related("project").order_by("project__slug")),
            Prefetch(
                "participations",
                Participation.objects.select_related("card", "referred_to_service").order_by("position", "pk"),
            ),
        )
    )
    for intervention in detailed.iterator(chunk_size=CHUNK):
        rows = list(intervention.participations.all()) or [Participation()]
        codes: set[str] = set()
        for row in rows:
            yield _cells(intervention, row, codes)


def _cells(intervention: Intervention, row: Participation, codes: set[str]) -> Sequence[Cell]:
    referred = row.referred_to_service.slug if row.referred_to_service else row.referred_to
    return (
        str(intervention.pk),
        intervention.organisation.slug,
        intervention.service.slug,
        ";".join(_share(share) for share in intervention.project_shares.all()),
        intervention.kind,
        intervention.date,
        intervention.minutes,
        intervention.setting,
        (intervention.area.istat_code or intervention.area.name) if intervention.area else "",
        ";".join(intervention.languages),
        ";".join(sorted(member.name for member in intervention.staff.all())),
        (row.card.import_ref or row.card.code) if row.card else "",
        _headcount(row, codes),
        row.role,
        {True: "yes", False: "no", None: ""}[row.first_contact],
        row.group or intervention.group,
        row.partner or intervention.partner,
        referred,
        row.test,
        row.result,
        row.output or intervention.output,
    )


def _share(share: ProjectShare) -> str:
    return share.project.slug if share.share == 1 else f"{share.project.slug}={_plain(share.share)}"


def _plain(share: Decimal) -> str:
    return f"{share:f}".rstrip("0")


def _headcount(row: Participation, codes: set[str]) -> int | None:
    """A code never leaves the team: on the sheet its bearer is one unnamed person, once in an intervention."""
    if not row.code or row.code in codes:
        return row.headcount
    codes.add(row.code)
    return 1
