# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports as the register stands now."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from ponte.network.models import Organisation
from ponte.reports import annual as reports
from ponte.reports import queries, rules
from ponte.reports.documents import FORMATS
from ponte.reports.forms import ChooseForm
from ponte.reports.models import ReportVersion
from ponte.reports.shown import show
from ponte.reports.views.common import format_or_404, organisation_or_404, send, year_or_404

YEARS_OFFERED = 6


@require_GET
@login_not_required
def listed(request: HttpRequest) -> HttpResponse:
    """Which reports there are: those that the user may open as they stand, and the published ones.

    Without a sign-in, the public ones.
    """
    mine = queries.organisations_of(request.user)
    form = ChooseForm(mine, request.GET if "organisation" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("reports:annual", form.cleaned_data["organisation"].slug, form.cleaned_data["year"])
    this_year = timezone.localdate().year
    published = queries.visible_to(request.user).defer("content", "public_content", "scopes")
    versions = Paginator(published.select_related("organisation").order_by("-published_at", "-pk"), 25)
    organisations = Paginator(mine.order_by("name"), 25)
    context = {
        "form": form,
        "organisations": organisations.get_page(request.GET.get("page")),
        "years": range(this_year, this_year - YEARS_OFFERED, -1),
        "versions": versions.get_page(request.GET.get("versions")),
    }
    return render(request, "reports/list.html", context)


@require_GET
def annual(request: HttpRequest, organisation: str, year: int) -> HttpResponse:
    reporting = organisation_or_404(request, organisation)
    report = reports.build(reporting, year_or_404(year))
    context = {
        "report": show(report),
        "organisation": reporting,
        "year": year,
        "formats": FORMATS.values(),
        "versions": _versions(reporting, year),
        "may_publish": rules.may_publish(request.user, reporting),
    }
    return render(request, "reports/annual.html", context)


@require_GET
def download(request: HttpRequest, organisation: str, year: int, form: str) -> HttpResponse:
    reporting = organisation_or_404(request, organisation)
    written_as = format_or_404(form)
    with translation.override("it"):
        report = reports.build(reporting, year_or_404(year))
    return send(request, report, written_as)


def _versions(organisation: Organisation, year: int) -> list[ReportVersion]:
    versions = ReportVersion.objects.filter(organisation=organisation, year=year).select_related("published_by")
    return list(versions.defer("content", "public_content", "scopes").order_by("-number"))
