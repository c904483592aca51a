# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages on which coordinators say how their services and projects are accounted for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ponte.network.models import Project, Service
from ponte.register.indicators import actions
from ponte.register.indicators.checks import check
from ponte.register.indicators.figures import figures_of
from ponte.register.indicators.forms import IndicatorForm, initial_for
from ponte.register.indicators.queries import editable_sections, indicators_of
from ponte.register.indicators.rules import may_edit_indicators
from ponte.register.indicators.sentences import EXAMPLE, GUIDE
from ponte.register.models import Indicator
from ponte.register.views.common import user_of


@dataclass(frozen=True, slots=True)
class SectionRow:
    name: str
    is_project: bool
    url: str
    count: int


def indicators(request: HttpRequest) -> HttpResponse:
    """Every service and project, one's own first."""
    own = [set(sections.values_list("pk", flat=True)) for sections in editable_sections(user_of(request))]
    rows: dict[bool, list[SectionRow]] = {True: [], False: []}
    for service in Service.objects.annotate(count=Count("indicators")).order_by("name"):
        rows[service.pk in own[0]].append(SectionRow(service.name, False, _url(service), service.count))
    for project in Project.objects.annotate(count=Count("indicators")).order_by("name"):
        rows[project.pk in own[1]].append(SectionRow(project.name, True, _url(project), project.count))
    return render(request, "register/indicators/index.html", {"own": rows[True], "others": rows[False]})


def section(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The indicators of one service or project, with their figures of a year."""
    found = _section(kind, slug)
    user = user_of(request)
    year = _year(request)
    context = {
        "section": found,
        "kind": kind,
        "year": year,
        "years": range(date.today().year, date.today().year - 8, -1),  # noqa: DTZ011 (a local calendar year)
        "figures": figures_of(found, list(indicators_of(found)), year, user),
        "may_edit": may_edit_indicators(user, found),
    }
    return render(request, "register/indicators/section.html", context)


def create(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    found = _editable(request, _section(kind, slug))
    form = IndicatorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            indicator = actions.add_indicator(section=found, fields=form.indicator_fields(), by=user_of(request))
        except ValidationError as problem:
            form.refuse(problem.message_dict)
        else:
            messages.success(request, _("L'indicatore «%(name)s» è stato aggiunto.") % {"name": indicator.name})
            return redirect(_url(found))
    return _form_page(request, found, form, None)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    indicator = get_object_or_404(Indicator.objects.select_related("service", "project"), pk=pk)
    found = _editable(request, indicator.section)
    form = IndicatorForm(request.POST or None, initial=initial_for(indicator))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_indicator(indicator=indicator, fields=form.indicator_fields(), by=user_of(request))
        except ValidationError as problem:
            form.refuse(problem.message_dict)
        else:
            messages.success(
                request, _("L'indicatore «%(name)s» è stato salvato.") % {"name": form.cleaned_data["name"]}
            )
            return redirect(_url(found))
    return _form_page(request, found, form, indicator)


@require_POST
def preview(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """What the form, as it stands, would give: this year's figure, last year's, the sentence, the breakdown."""
    found = _editable(request, _section(kind, slug))
    form = IndicatorForm(request.POST)
    # A name and a key are for saving; the figure does not wait for them.
    form.fields["name"].required = False
    return render(request, "register/indicators/_preview.html", _previewed(request, found, form))


def _previewed(request: HttpRequest, found: Service | Project, form: IndicatorForm) -> dict[str, Any]:
    if not form.is_valid():
        return {"figure": None, "problems": [message for messages in form.errors.values() for message in messages]}
    owner = {"project": found} if isinstance(found, Project) else {"service": found}
    fields = form.indicator_fields()
    draft = Indicator(**owner, **{**fields, "key": "anteprima", "name": fields["name"] or "—"})
    try:
        check(draft)
    except ValidationError as problem:
        return {"figure": None, "problems": problem.messages}
    return {"figure": figures_of(found, [draft], _year(request), user_of(request))[0], "problems": None}


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    indicator = get_object_or_404(Indicator.objects.select_related("service", "project"), pk=pk)
    actions.move_indicator(indicator=indicator, up="up" in request.POST, by=user_of(request))
    return redirect(_url(indicator.section))


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; a published report keeps its figure."""
    indicator = get_object_or_404(Indicator.objects.select_related("service", "project"), pk=pk)
    found = _editable(request, indicator.section)
    if request.method == "POST":
        actions.delete_indicator(indicator=indicator, by=user_of(request))
        messages.success(request, _("L'indicatore «%(name)s» è stato eliminato.") % {"name": indicator.name})
        return redirect(_url(found))
    context = {"indicator": indicator, "section": found, "section_url": _url(found)}
    return render(request, "register/indicators/delete.html", context)


@require_POST
def propose(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    found = _section(kind, slug)
    actions.propose_indicators(section=found, by=user_of(request))
    messages.success(request, _("Sono stati aggiunti gli indicatori proposti: li può cambiare o eliminare."))
    return redirect(_url(found))


def _form_page(
    request: HttpRequest, found: Service | Project, form: IndicatorForm, indicator: Indicator | None
) -> HttpResponse:
    kind = "progetti" if isinstance(found, Project) else "servizi"
    context = {
        "section": found,
        "section_url": _url(found),
        "form": form,
        "title": indicator.name if indicator else _("Nuovo indicatore"),
        "example": EXAMPLE,
        "guide": GUIDE,
        "preview_url": reverse("register:indicator_preview", args=[kind, found.slug]),
        "previewed": figures_of(found, [indicator], _year(request), user_of(request))[0]
        if indicator and not form.is_bound
        else None,
    }
    return render(request, "register/indicators/form.html", context)


def _section(kind: str, slug: str) -> Service | Project:
    if kind == "servizi":
        return get_object_or_404(Service, slug=slug)
    if kind == "progetti":
        return get_object_or_404(Project, slug=slug)
    raise Http404


def _editable(request: HttpRequest, found: Service | Project) -> Service | Project:
    if not may_edit_indicators(user_of(request), found):
        raise PermissionDenied
    return found


def _url(found: Service | Project) -> str:
    kind = "progetti" if isinstance(found, Project) else "servizi"
    return reverse("register:section_indicators", args=[kind, found.slug])


def _year(request: HttpRequest) -> int:
    given = request.GET.get("anno", "")
    today = date.today().year  # noqa: DTZ011 (a local calendar year)
    return int(given) if given.isdecimal() and 1990 <= int(given) <= today + 1 else today
