# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures of one's own choice, and the rows behind any figure."""

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.platform.audit.actions import record
from ponte.platform.spreadsheets.writing import CONTENT_TYPES, write_sheet
from ponte.register.analysis.charts import bars_of
from ponte.register.analysis.forms import AnalysisForm
from ponte.register.analysis.links import from_query
from ponte.register.analysis.rows import listed
from ponte.register.analysis.summaries import summary_of
from ponte.register.analysis.tables import table_of, total_of
from ponte.register.indicators.rules import may_see_small_figures
from ponte.register.measures import (
    USUAL_THRESHOLD,
    Definition,
    Measure,
    MeasureError,
    Result,
    compute,
    suppress,
)
from ponte.register.measures.names import DIMENSION_NAMES, MEASURES
from ponte.register.measures.rows import rows_behind
from ponte.register.views.common import user_of

PAGE = 50


def shown_to(user: User, definition: Definition) -> Result:
    """The figure as this user may see it."""
    result = compute(definition)
    return result if may_see_small_figures(user, definition) else suppress(result)


def analysis(request: HttpRequest) -> HttpResponse:
    form = AnalysisForm(request.GET if "measure" in request.GET else None)
    context: dict[str, Any] = {"form": form, "threshold": USUAL_THRESHOLD}
    if form.is_bound and form.is_valid():
        definition = form.definition()
        result = shown_to(user_of(request), definition)
        table = table_of(result)
        title = summary_of(definition)
        context |= {
            "result": result,
            "total": total_of(result),
            "table": table,
            "summary": title,
            "measure": capfirst(str(MEASURES[definition.measure])),
            "chart": bars_of(table, title=title),
            "overlaps": _overlaps(result),
            "query": request.GET.urlencode(),
        }
    return render(request, "register/analysis/analysis.html", context)


def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The analysis as a spreadsheet: one row for each of its keys, with the codes that the register sheet uses."""
    form = AnalysisForm(request.GET)
    if kind not in {"csv", "xlsx"} or not form.is_valid():
        raise Http404
    definition = form.definition()
    user = user_of(request)
    result = shown_to(user, definition)
    headings = [capfirst(str(DIMENSION_NAMES[name])) for name in definition.by]
    rows = [(*(key or "" for key in row.keys), row.value) for row in result.rows]
    if not definition.by:
        rows = [(result.total,)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"analisi.{kind}"
        write_sheet(
            path,
            kind,
            headings=[*headings, capfirst(str(MEASURES[definition.measure]))],
            rows=rows,
            title=_("Analisi"),
        )
        content = path.read_bytes()
    record("register.export_analysis", by=user, after={"definition": summary_of(definition), "kind": kind})
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="analisi-{definition.measure}.{kind}"'},
    )


def figure_rows(request: HttpRequest) -> HttpResponse:
    """The rows that a figure counted, as far as row-level security lets this user see them."""
    user = user_of(request)
    number = request.GET.get("page", "1")
    page_number = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    try:
        definition = from_query(request.GET)
        result = shown_to(user, definition)
        behind = rows_behind(definition, offset=(page_number - 1) * PAGE, limit=PAGE)
    except MeasureError as problem:
        messages.error(request, str(problem))
        return render(request, "register/analysis/rows.html", {"problem": True}, status=400)
    few_hidden = 0 < behind.hidden < USUAL_THRESHOLD and not may_see_small_figures(user, definition)
    page: Page[int] = Paginator(range(behind.visible), PAGE).get_page(page_number)
    return render(
        request,
        "register/analysis/rows.html",
        {
            "summary": summary_of(definition),
            "measure": capfirst(str(MEASURES[definition.measure])),
            "total": total_of(result),
            "behind": behind,
            "few_hidden": few_hidden,
            "threshold": USUAL_THRESHOLD,
            "rows": listed(behind),
            "page": page,
        },
    )


def _overlaps(result: Result) -> bool:
    """Whether the lines add up to more than the total: someone counts under several."""
    if result.suppressed or not result.rows or result.definition.measure in {Measure.MEAN_AGE, Measure.SHARE}:
        return False
    return sum(row.value or 0 for row in result.rows) > (result.total or 0)
