# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of people: search as one types, and whom the teams came to know last."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ponte.people import phones, presentation, queries
from ponte.people.forms.filters import FilterForm
from ponte.people.search import search
from ponte.people.views.web import acting_user
from ponte.platform.audit import actions as audit


def people(request: HttpRequest) -> HttpResponse:
    user = acting_user(request)
    form = FilterForm(request.GET or {}, user=user)
    filters = form.filters()
    query = request.GET.get("q", "").strip()[:100]
    context: dict[str, object] = {"form": form, "query": query, "encoded": quote(query)}
    if query:
        found = search(user, query, filters)
        cards, context["more_fit"] = found.cards, found.there_are_more
        audit.record("people.search_people", by=user, several=cards, after={"q": query, "page": "people:list"})
    else:
        page = queries.recent(user, filters, page=_number(request.GET.get("page", "1")))
        cards, context["page"] = page.cards, page
        context |= {"previous": _address(request, page.number - 1), "next": _address(request, page.number + 1)}
    today = timezone.localdate()
    context["rows"] = [(card, presentation.summary(card, today), phones.displayed(card.phone)) for card in cards]
    context["is_filtered"] = filters != queries.Filters()
    template = "people/parts/results.html" if request.htmx and not request.htmx.boosted else "people/list.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    response["Vary"] = "HX-Request"
    return response


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def _address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return f"?{query.urlencode()}"
