# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bars, drawn on the server. A chart never stands alone: its table is beside it."""

import json
from functools import lru_cache
from typing import Any, Final

import altair as alt
import vl_convert
from django.utils.translation import get_language

from ponte.register.analysis.tables import Line, Table

MOST_BARS: Final = 25
MOST_SERIES: Final = 8
INK, BLUE = "#17324D", "#0066CC"
SERIES: Final = ("#0066CC", "#5CB0FF", "#17324D", "#8FB8DE", "#00838F", "#7A5CA8", "#B0762E", "#5D7083")


def bars_of(table: Table, *, title: str) -> str:
    """SVG of the table's first lines; empty where there is nothing to draw."""
    lines = tuple(line for line in table.lines if any(cell.value for cell in line.cells))[:MOST_BARS]
    if not lines or len(table.columns) > MOST_SERIES:
        return ""
    return _svg(lines, table.columns, title, get_language() or "it")


def _specification(lines: tuple[Line, ...], columns: tuple[str, ...], title: str) -> dict[str, Any]:
    labels = [" · ".join(line.names) for line in lines]
    values = [
        {"label": label, "series": column, "place": place, "value": cell.value, "shown": cell.text}
        for label, line in zip(labels, lines, strict=True)
        for place, (column, cell) in enumerate(zip(columns, line.cells, strict=True))
        if cell.value
    ]
    vertical = alt.Y(
        "label:N", sort=labels, title=None, axis=alt.Axis(domain=False, ticks=False, labelLimit=240, labelPadding=8)
    )
    chart = alt.Chart(alt.InlineData(values=values)).properties(width=440, height=alt.Step(26), description=title)
    bars: alt.Chart | alt.LayerChart
    if len(columns) == 1:
        base = chart.encode(y=vertical, x=alt.X("value:Q", title=None, axis=None))
        bars = base.mark_bar(color=BLUE, size=14, cornerRadiusEnd=2) + base.mark_text(
            align="left", dx=6, color=INK, fontSize=13, fontWeight=600
        ).encode(text="shown:N")
    else:
        bars = chart.mark_bar(size=16).encode(
            y=vertical,
            x=alt.X("value:Q", title=None, axis=alt.Axis(grid=True, tickCount=4, format=",.0f", tickMinStep=1)),
            order=alt.Order("place:Q"),
            color=alt.Color(
                "series:N",
                sort=list(columns),
                scale=alt.Scale(domain=list(columns), range=list(SERIES[: len(columns)])),
                legend=alt.Legend(title=None, orient="top", columns=4, labelLimit=200),
            ),
        )
    specification: dict[str, Any] = (
        bars.configure(font="Titillium Web, Arial, sans-serif", background="white")
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, labelFontSize=13, gridColor="#E6EAEF")
        .configure_legend(labelColor=INK, labelFontSize=13)
        .to_dict()
    )
    return specification


@lru_cache(maxsize=128)
def _svg(lines: tuple[Line, ...], columns: tuple[str, ...], title: str, language: str) -> str:
    specification = json.dumps(_specification(lines, columns, title))
    svg: str = vl_convert.vegalite_to_svg(specification, format_locale="en-GB" if language == "en" else "it-IT")
    return svg
