# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory: everything at a glance, and one list for each kind of thing."""

from collections.abc import Mapping

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ponte.network import rules, search
from ponte.network.areas import fold
from ponte.network.forms.directory import DirectoryFilter
from ponte.network.models import Area

PREVIEW = 6
PER_PAGE = 50
SUGGESTIONS = 12
LISTS = {
    "services": search.services,
    "projects": search.projects,
    "organisations": search.organisations,
    "areas": search.areas,
}


@login_not_required
@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """The first of each kind of thing."""
    form = DirectoryFilter(request.GET)
    criteria = form.criteria()
    context: dict[str, object] = {}
    counts: dict[str, int] = {}
    for thing, look_for in LISTS.items():
        context[thing], counts[thing] = search.first(look_for(criteria), PREVIEW)
    if not criteria.words:
        context["areas"] = []  # too many to begin with
    return _render(request, form, "everything", counts, context)


@login_not_required
@require_safe
def listing(request: HttpRequest, thing: str) -> HttpResponse:
    """All of one kind of thing."""
    form = DirectoryFilter(request.GET)
    criteria = form.criteria()
    counts = search.counts(criteria)
    paginator = Paginator(LISTS[thing](criteria), PER_PAGE)
    paginator.count = counts[thing]
    page = paginator.get_page(request.GET.get("page"))
    return _render(request, form, thing, counts, {"page": page, thing: page.object_list})


def _render(
    request: HttpRequest, form: DirectoryFilter, thing: str, counts: Mapping[str, int], context: dict[str, object]
) -> HttpResponse:
    query = request.GET.copy()
    query.pop("page", None)
    context |= {
        "form": form,
        "thing": thing,
        "counts": counts,
        "total": sum(counts.values()),
        "nothing_found": not (sum(counts.values()) if thing == "everything" else counts[thing]),
        "query": f"?{query.urlencode()}" if query else "",
        "can_describe_areas": thing == "areas" and rules.can_describe_areas(request.user),
        "can_add": thing != "areas" and rules.can_add_to_network(request.user),
    }
    return render(request, "network/directory.html", context)


@login_not_required
@require_safe
def area_names(request: HttpRequest) -> HttpResponse:
    """The names of areas that begin with what is being typed, as options of a datalist."""
    text = _typed(request)
    found = Area.objects.filter(slug__startswith=fold(text)) | Area.objects.filter(name__icontains=text)
    names = found.order_by("kind", "name").values_list("name", flat=True)[:SUGGESTIONS] if text else []
    return render(request, "network/names.html", {"names": names})


@login_not_required
@require_safe
def organisation_names(request: HttpRequest) -> HttpResponse:
    text = _typed(request)
    found = search.organisations(search.Criteria(text=text)).values_list("name", flat=True)[:SUGGESTIONS]
    return render(request, "network/names.html", {"names": found if text else []})


def _typed(request: HttpRequest) -> str:
    """The value of the one field that asks, whatever its name in its form."""
    return str(next(iter(request.GET.values()), "")).strip()
