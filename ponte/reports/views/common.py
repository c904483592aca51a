# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of reports share."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation

from ponte.accounts.models import User
from ponte.network.models import Organisation
from ponte.platform.audit.actions import record
from ponte.reports import queries
from ponte.reports.content import AnnualReport
from ponte.reports.documents import FORMATS, Format
from ponte.reports.forms import FIRST_YEAR, LAST_YEAR
from ponte.reports.shown import show


def organisation_or_404(request: HttpRequest, slug: str) -> Organisation:
    """The organisation, if its report is one that the user may see."""
    return get_object_or_404(queries.organisations_of(request.user), slug=slug)


def year_or_404(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year


def format_or_404(name: str) -> Format:
    if name not in FORMATS:
        raise Http404
    return FORMATS[name]


def send(request: HttpRequest, report: AnnualReport, form: Format, *, edition: str = "") -> HttpResponse:
    """The report as a file. A document is Italian, whatever language the screen speaks."""
    with translation.override("it"):
        shown = show(report, edition=edition)
        response = HttpResponse(form.write(shown), content_type=form.media_type)
    response["Content-Disposition"] = f'attachment; filename="{form.file_name(shown)}"'
    if isinstance(request.user, User):
        record(
            "reports.download_report",
            by=request.user,
            after={"organisation": report.organisation, "year": report.year, "format": form.name},
        )
    return response
