# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes what was measured: tables for people, a chart beside them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import altair as alt

# The closest open-source system, measured on this kind of machine with 10 thousand cases and one user.
PUBLISHED_PAGE = (240, 600)  # milliseconds
PUBLISHED_PIVOT = 1800
PUBLISHED_IMPORT = (26, 53)  # seconds for a thousand rows
P95_TARGET = 150
RATIO_TARGET = 2
USERS = ("1", "8", "32")

Results = Mapping[str, Any]


def write(results: Results, folder: Path) -> None:
    (folder / "README.md").write_text(_text(results))
    _chart(results).save(str(folder / "screens.svg"))


def _text(results: Results) -> str:
    sizes = [str(size) for size in results["sizes"]]
    machine = results["machine"]
    parts = [
        "<!-- SPDX-FileCopyrightText: 2026 Ponte contributors -->\n<!-- SPDX-License-Identifier: EUPL-1.2 -->\n",
        "# How fast Ponte is\n",
        f"Written by `make bench` on {results['date']}, on a machine with {machine['cores']} cores "
        f"({machine['processor']}), {machine['memory_gib']} GiB of memory, {machine['system']}, Python "
        f"{machine['python']}. Client, web server and database share it. The raw figures are in "
        "[results.json](results.json).\n",
        "Times depend on the machine; ratios within one run say more. Two yardsticks: the least that a page can do "
        "here (shell and one form, the first line of the table), and what the closest open-source system took on "
        f"this kind of machine with 10 thousand cases and one user: {PUBLISHED_PAGE[0]}–{PUBLISHED_PAGE[1]} ms a "
        f"page, {PUBLISHED_PIVOT / 1000:.1f} s a pivot, {PUBLISHED_IMPORT[0]}–{PUBLISHED_IMPORT[1]} s for "
        "importing a thousand rows.\n",
        f"{_verdict(results, sizes)}\n",
        "![Bars: for each screen, the time that one request in twenty exceeds with eight users at once, for each "
        f"size, beside the line of {P95_TARGET} milliseconds. The table below has the same "
        "numbers.](screens.svg)\n",
        "## Screens\n",
        "Milliseconds: median / 95th percentile of one, eight and thirty-two users who each ask again as soon as "
        "they are answered.\n",
        *(_screens(results, size) for size in sizes),
        _growth(results, sizes) if len(sizes) == 2 else "",
        "## Annual report\n",
        "The figures of one organisation's year, and of the year before: by Ponte, from indicators that are data, "
        "and by one statement of SQL written for these numbers alone ([annual_report.sql]"
        "(../../bench/annual_report.sql)), which gives the same.\n",
        _figures(results, sizes),
        "## Filling and importing\n",
        _filling(results, sizes),
    ]
    return "\n".join(part for part in parts if part)


def _by_name(results: Results, size: str) -> dict[str, Results]:
    return {one["screen"]: one["users"] for one in results["screens"][size]}


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    headings = list(headings)
    lines = [headings, ["---", *["--:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _screens(results: Results, size: str) -> str:
    screens = _by_name(results, size)
    least = next(iter(screens.values()))["1"]["median"]
    rows = [
        [
            name,
            *(f"{users[at]['median']:.0f} / {users[at]['p95']:.0f}" for at in USERS),
            f"{users['1']['median'] / least:.1f}",
            f"{users['1']['median'] / PUBLISHED_PAGE[1]:.2f}–{users['1']['median'] / PUBLISHED_PAGE[0]:.2f}",
        ]
        for name, users in screens.items()
    ]
    headings = ("Screen", "1 user", "8 users", "32 users", "× least page", "× published page")
    return f"### {int(size):,} people\n\n{_table(headings, rows)}"


def _growth(results: Results, sizes: list[str]) -> str:
    small, large = (_by_name(results, size) for size in sizes)
    rows = [
        [name, *(f"{large[name][at]['median'] / small[name][at]['median']:.2f}" for at in USERS)]
        for name in small
        if name in large
    ]
    title = f"### Growth from {int(sizes[0]):,} to {int(sizes[1]):,} people"
    return f"{title}\n\nRatio of the medians.\n\n{_table(('Screen', '1 user', '8 users', '32 users'), rows)}"


def _figures(results: Results, sizes: list[str]) -> str:
    rows = []
    for size in sizes:
        found = results["figures"][size]
        ratio = found["ponte_seconds"] / found["by_hand_seconds"]
        rows.append(
            [
                f"{found['organisation']} {found['year']}",
                f"{found['participations']:,}",
                f"{found['numbers']:,}",
                f"{found['ponte_seconds']:.2f} s",
                f"{found['by_hand_seconds']:.2f} s",
                f"{ratio:.2f}",
            ]
        )
        another = found["another"]
        rows.append(
            [
                f"{another['organisation']} {another['year']}",
                f"{found['participations']:,}",
                "",
                f"{another['ponte_seconds']:.2f} s",
                "",
                "",
            ]
        )
    return _table(("Report", "Participations in the register", "Numbers", "Ponte", "SQL by hand", "Ratio"), rows)


def _filling(results: Results, sizes: list[str]) -> str:
    rows = [
        [f"`ponte demo --people {size}`", f"{results['filled_in_seconds'][size]:.0f} s", "", ""] for size in sizes
    ]
    imports = results["imports"]
    for title, key in (
        ("people", "people_seconds"),
        ("register rows", "register_seconds"),
        ("the same register rows again", "register_again_seconds"),
    ):
        each = imports[key] / imports["rows"] * 1000
        rows.append(
            [
                f"Import of {imports['rows']:,} {title}",
                f"{imports[key]:.0f} s",
                f"{each:.2f} s",
                f"{each / PUBLISHED_IMPORT[1]:.3f}–{each / PUBLISHED_IMPORT[0]:.3f}",
            ]
        )
    return _table(("What", "Time", "A thousand rows", "× published import"), rows)


def _verdict(results: Results, sizes: list[str]) -> str:
    """Which screens keep the targets, and which do not."""
    lines = []
    for size in sizes:
        screens = _by_name(results, size)
        slow = [
            f"{name} ({users['8']['p95']:.0f} ms)"
            for name, users in screens.items()
            if users["8"]["p95"] > P95_TARGET
        ]
        kept = len(screens) - len(slow)
        line = f"- {int(size):,} people, 95th percentile with eight users ≤ {P95_TARGET} ms: {kept} of {len(screens)}"
        lines.append(line + (f"; over it: {', '.join(slow)}." if slow else "."))
    if len(sizes) == 2:
        small, large = (_by_name(results, size) for size in sizes)
        ratios = {name: large[name]["1"]["median"] / small[name]["1"]["median"] for name in small if name in large}
        grown = [f"{name} ({ratio:.1f})" for name, ratio in ratios.items() if ratio > RATIO_TARGET]
        kept = f"{len(ratios) - len(grown)} of {len(ratios)}"
        line = f"- a hundred times the people, at most {RATIO_TARGET} times the time: {kept}"
        lines.append(line + (f"; over it: {', '.join(grown)}." if grown else "."))
    return "Against the targets:\n\n" + "\n".join(lines) + "\n"


def _chart(results: Results) -> alt.LayerChart:
    values = [
        {"screen": one["screen"], "people": f"{int(size):,}", "ms": one["users"]["8"]["p95"]}
        for size in map(str, results["sizes"])
        for one in results["screens"][size]
    ]
    order = [one["screen"] for one in results["screens"][str(results["sizes"][0])]]
    people = [f"{size:,}" for size in results["sizes"]]
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            y=alt.Y("screen:N", sort=order, title=None, axis=alt.Axis(labelLimit=360, ticks=False, domain=False)),
            yOffset=alt.YOffset("people:N", sort=people),
            x=alt.X(
                "ms:Q",
                title="ms that one request in twenty exceeds, with 8 users at once",
                scale=alt.Scale(type="symlog", constant=20),
                axis=alt.Axis(values=[0, 20, 50, 100, 200, 500, 1000, 2000, 5000], orient="top"),
            ),
            color=alt.Color("people:N", title="People", sort=people, scale=alt.Scale(range=["#7fb2e5", "#0066cc"])),
        )
    )
    target = alt.Chart(alt.Data(values=[{"ms": P95_TARGET}])).mark_rule(strokeDash=[4, 3]).encode(x="ms:Q")
    return (bars + target).properties(width=520, height=alt.Step(8)).configure_view(stroke=None)
