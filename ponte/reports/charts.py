# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures of figures: Vega-Lite drawn on the server, the same in page and document.

A picture never stands alone: `alternative` says it in words, and whoever shows it puts its table beside it.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ponte.platform.papers.fonts import FONT_FOLDER
from ponte.register.measures.names import format_value
from ponte.reports.content import Figure, Number, Section

FONT = "Titillium Web, Arial, sans-serif"
NOW, BEFORE, INK = "#0066CC", "#B1C8E4", "#17324D"
WIDTH = 440  # of the whole picture, so that letters are of one size in all of them
LONGEST = 15  # bars; what comes after them is in the table
HEADS = frozenset({"people", "attendees"})


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: Number
    shown: str
    before: Number | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    bars: tuple[Bar, ...]

    @property
    def alternative(self) -> str:
        listed = "; ".join(f"{bar.label}: {bar.shown}" for bar in self.bars)
        return _("Grafico a barre. %(title)s. %(bars)s.") % {"title": self.title, "bars": listed}

    @property
    def caption(self) -> str:
        """The title, and what the paler bars are, where there are any."""
        if not self.has_before:
            return self.title
        return _("%(title)s; più chiaro, l'anno prima") % {"title": self.title}

    @property
    def has_before(self) -> bool:
        return any(bar.before is not None for bar in self.bars)

    def svg(self) -> str:
        return _svg(self, get_language() or "it")

    def data_uri(self) -> str:
        return "data:image/svg+xml;base64," + b64encode(self.svg().encode()).decode()

    def png(self) -> bytes:
        return _png(self, get_language() or "it")

    def specification(self) -> dict[str, Any]:
        rows = [
            {"label": bar.label, "value": bar.value, "shown": bar.shown, "end": max(bar.value, bar.before or 0)}
            for bar in self.bars
        ]
        vertical = alt.Y(
            "label:N",
            sort=[bar.label for bar in self.bars],
            title=None,
            axis=alt.Axis(domain=False, ticks=False, labelPadding=8, labelLimit=220),
        )
        longest = max(max(bar.value, bar.before or 0) for bar in self.bars) or 1
        # Room at the right for the numbers that stand behind the bars.
        across = alt.X("value:Q", title=None, axis=None, scale=alt.Scale(domain=[0, longest * 1.15], nice=False))
        now = alt.Chart(alt.InlineData(values=rows)).encode(y=vertical, x=across)
        layers: list[Any] = []
        if self.has_before:
            earlier = [{"label": bar.label, "value": bar.before} for bar in self.bars if bar.before is not None]
            layers.append(
                alt.Chart(alt.InlineData(values=earlier))
                .encode(y=vertical, x=across)
                .mark_bar(color=BEFORE, size=18, cornerRadiusEnd=2)
            )
        layers += [
            now.mark_bar(color=NOW, size=11, cornerRadiusEnd=2),
            now.mark_text(align="left", dx=6, color=INK, fontSize=13, fontWeight=600).encode(
                text="shown:N", x="end:Q"
            ),
        ]
        chart = (
            alt.layer(*layers)
            .properties(
                width=WIDTH,
                height=alt.Step(26),
                padding=2,
                autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            )
            .configure(font=FONT, background="transparent")
            .configure_axis(labelFontSize=13, labelColor=INK)
            .configure_view(stroke=None)
        )
        specification: dict[str, Any] = chart.to_dict()
        return specification


def title_of(figure: Figure) -> str:
    return _("%(figure)s per %(dimension)s") % {"figure": figure.label, "dimension": figure.by_label.lower()}


def of_breakdown(figure: Figure) -> Chart | None:
    """The bars of one figure's breakdown; none where fewer than two can be shown."""
    parts = [part for part in figure.parts if part.value is not None]
    if len(parts) < 2:
        return None
    bars = (
        Bar(part.label, part.value, format_value(figure.measure, part.value))
        for part in parts[:LONGEST]
        if part.value is not None
    )
    return Chart(title=title_of(figure), bars=tuple(bars))


def of_section(section: Section) -> Chart | None:
    """Who was reached: the section's counts of people beside one another, and the year before behind them."""
    heads: Sequence[Figure] = [one for one in section.figures if one.measure in HEADS and one.total]
    if len(heads) < 2:
        return None
    bars = (
        Bar(one.label, one.total, format_value(one.measure, one.total), one.before or None)
        for one in heads
        if one.total is not None
    )
    return Chart(title=_("Persone raggiunte"), bars=tuple(bars))


@lru_cache(maxsize=512)
def _svg(chart: Chart, language: str) -> str:
    drawn: str = vl_convert.vegalite_to_svg(json.dumps(chart.specification()))
    return drawn


@lru_cache(maxsize=64)
def _png(chart: Chart, language: str) -> bytes:
    vl_convert.register_font_directory(str(FONT_FOLDER))
    drawn: bytes = vl_convert.vegalite_to_png(json.dumps(chart.specification()), scale=2.0)
    return drawn
