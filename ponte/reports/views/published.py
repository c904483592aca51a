# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Published versions: making one, reading it, telling it from another, counting it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ponte.accounts.models import User
from ponte.network.models import Organisation
from ponte.register.measures.names import format_value
from ponte.reports import annual, queries, rules
from ponte.reports.actions import publish_report
from ponte.reports.changes import changes_between
from ponte.reports.content import AnnualReport
from ponte.reports.dates import long_day
from ponte.reports.documents import FORMATS
from ponte.reports.forms import PublishForm
from ponte.reports.frozen import recompute
from ponte.reports.models import ReportVersion
from ponte.reports.rows import figure_of, frozen_rows
from ponte.reports.shown import show
from ponte.reports.views.common import format_or_404, organisation_or_404, send, year_or_404

ROWS = 50


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, organisation: str, year: int) -> HttpResponse:
    """Ask once more, showing what would be new against the last version, then publish."""
    reporting = organisation_or_404(request, organisation)
    year_or_404(year)
    if not isinstance(request.user, User) or not rules.may_publish(request.user, reporting):
        raise PermissionDenied
    form = PublishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = publish_report(organisation=reporting, year=year, by=request.user, **form.cleaned_data)
        messages.success(request, _("Versione %(number)d pubblicata.") % {"number": made.number})
        return redirect("reports:version", reporting.slug, year, made.number)
    last = ReportVersion.objects.filter(organisation=reporting, year=year).order_by("-number").first()
    context = {
        "form": form,
        "organisation": reporting,
        "year": year,
        "year_text": str(year),
        "last": last,
        "changes": changes_between(last.report, _today(reporting, year)) if last else [],
    }
    return render(request, "reports/publish.html", context)


@require_GET
@login_not_required
def version(request: HttpRequest, organisation: str, year: int, number: int) -> HttpResponse:
    """A version as it was published. Who is not signed in and asks for what is not public, is asked to sign in."""
    if not request.user.is_authenticated and not _is_public(organisation, year, number):
        return redirect_to_login(request.get_full_path())
    published = _version_or_404(request, organisation, year, number)
    whole = rules.may_see(request.user, published.organisation)
    context = {
        "report": show(_readable(published, whole=whole), edition=_edition(published)),
        "version": published,
        "organisation": published.organisation,
        "year": year,
        "whole": whole,
        "formats": FORMATS.values(),
        "versions": list(
            queries.visible_to(request.user)
            .filter(organisation=published.organisation, year=year)
            .select_related("published_by")
            .defer("content", "public_content", "scopes")
            .order_by("-number")
        ),
    }
    return render(request, "reports/version.html", context)


@require_GET
@login_not_required
def download(request: HttpRequest, organisation: str, year: int, number: int, form: str) -> HttpResponse:
    published = _version_or_404(request, organisation, year, number)
    whole = rules.may_see(request.user, published.organisation)
    written_as = format_or_404(form)
    return send(request, _readable(published, whole=whole), written_as, edition=_edition(published))


@require_GET
@login_not_required
def changes(request: HttpRequest, organisation: str, year: int, number: int) -> HttpResponse:
    """What the version says differently from the one before it, or from the one that is asked for."""
    newer = _version_or_404(request, organisation, year, number)
    others = queries.visible_to(request.user).filter(organisation=newer.organisation, year=year).exclude(pk=newer.pk)
    asked = request.GET.get("con", "")
    older = (
        get_object_or_404(others, number=int(asked))
        if asked.isdecimal()
        else others.filter(number__lt=number).order_by("-number").first()
    )
    whole = rules.may_see(request.user, newer.organisation)
    context = {
        "newer": newer,
        "older": older,
        "others": others.defer("content", "public_content", "scopes").order_by("-number"),
        "organisation": newer.organisation,
        "year": year,
        "changes": changes_between(_readable(older, whole=whole), _readable(newer, whole=whole)) if older else [],
    }
    return render(request, "reports/changes.html", context)


@require_GET
def rows(request: HttpRequest, organisation: str, year: int, number: int) -> HttpResponse:
    """The rows behind one published figure, as they were counted: the user's own teams' rows, and how many others."""
    published = _version_or_404(request, organisation, year, number)
    whole = rules.may_see(request.user, published.organisation)
    asked = figure_of(published, request.GET.get("sezione", ""), request.GET.get("cifra", ""))
    if asked is None or not whole:
        raise Http404
    section, figure = asked
    at = request.GET.get("page", "1")
    page_number = int(at) if at.isdecimal() and 0 < int(at) < 100_000 else 1
    key = [request.GET["voce"] or None] if figure.by and "voce" in request.GET else []
    behind, listed = frozen_rows(published, figure, key, offset=(page_number - 1) * ROWS, limit=ROWS)
    part = next((part for part in figure.parts if key and part.key == key[0]), None)
    value = part.value if part else figure.total
    context = {
        "version": published,
        "organisation": published.organisation,
        "year": year,
        "section": section,
        "figure": figure,
        "part": part,
        "total": format_value(figure.measure, value),
        "behind": behind,
        "rows": listed,
        "page": Paginator(range(behind.visible), ROWS).get_page(page_number),
    }
    return render(request, "reports/rows.html", context)


@require_GET
def verify(request: HttpRequest, organisation: str, year: int, number: int) -> HttpResponse:
    """Count every published figure again from the frozen rows, and compare it with the register of today."""
    reporting = organisation_or_404(request, organisation)
    published = get_object_or_404(ReportVersion, organisation=reporting, year=year, number=number)
    again = recompute(published)
    context = {
        "version": published,
        "organisation": reporting,
        "year": year,
        "figures": sum(1 for _figure in again.figures()),
        "differences": changes_between(published.report, again),
        "since_then": changes_between(published.report, _today(reporting, year)),
    }
    return render(request, "reports/verify.html", context)


def _today(organisation: Organisation, year: int) -> AnnualReport:
    """The report as the register stands, in the language of versions: two languages would be a difference."""
    with translation.override("it"):
        return annual.build(organisation, year)


def _is_public(organisation: str, year: int, number: int) -> bool:
    versions = ReportVersion.objects.filter(organisation__slug=organisation, year=year, number=number)
    return versions.filter(public=True).exists()


def _version_or_404(request: HttpRequest, organisation: str, year: int, number: int) -> ReportVersion:
    visible = queries.visible_to(request.user).select_related("organisation", "published_by")
    return get_object_or_404(visible, organisation__slug=organisation, year=year, number=number)


def _readable(published: ReportVersion, *, whole: bool) -> AnnualReport:
    """Without the small figures, for whoever may not see the report itself."""
    return published.report if whole else published.public_report


def _edition(published: ReportVersion) -> str:
    return _("Versione %(number)d, pubblicata il %(day)s") % {
        "number": published.number,
        "day": long_day(localtime(published.published_at)),
    }
