# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What matching must reach, what was best elsewhere on this kind of machine, and where the figure is in the results.

Figures from elsewhere were measured with other tools on data of the same kind, not on these very sets.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]
Figure = float | None
HALVES = ("all", "seen", "unseen")


@dataclass(frozen=True, slots=True)
class Target:
    what: str
    elsewhere: str
    wanted: float
    at_least: bool
    figures: Callable[[Results], tuple[Figure, ...]]
    """Of all, of the seen half and of the unseen; one alone where halves make no sense."""
    digits: int = 4
    unit: str = ""

    def told(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.wanted:,}{self.unit}"

    def kept(self, figure: float) -> bool:
        return figure >= self.wanted if self.at_least else figure <= self.wanted


def targets(results: Results) -> list[Target]:
    largest = max(results["sizes"])
    heavy = f"heavy-{largest}"
    people = f"{largest:,} generated records with heavy errors"
    rows = [
        Target(f"{title}, pairwise F1", elsewhere, wanted, True, _judged(name, "pairwise", "f1"))
        for name, title, elsewhere, wanted in (
            ("febrl-3", "FEBRL 3", "0.9926", 0.9985), ("febrl-4", "FEBRL 4", "0.9991", 0.9995),
        )
    ]  # fmt: skip
    rows += [
        Target(f"{people}, clustered F1", "0.973", 0.988, True, _judged(heavy, "clustered", "f1")),
        Target("– time of the whole process", "179 s", 150, False, _plain(heavy, "dedupe", "seconds"), 0, " s"),
        Target("– memory at most", "", 8 * 1024, False, _plain(heavy, "dedupe", "peak_mib"), 0, " MiB"),
        Target("– true pairs reached by the keys", "0.831", 0.92, True, _keys(heavy)),
    ]
    for slug, title, elsewhere, measure, wanted in (
        ("cyrillic", "Cyrillic, first", "1.00", "first", 0.99),
        ("arabic", "Arabic, first", "0.70", "first", 0.93),
        ("arabic", "Arabic, recall at 95 % precision", "0.38", "recall_at_95", 0.65),
        ("urdu-persian", "Urdu and Persian, first (as Arabic)", "", "first", 0.93),
        ("bengali", "Bengali, first", "0.81", "first", 0.95),
        ("latin", "Latin variants, first", "0.75", "first", 0.85),
        ("chinese", "Chinese characters and pinyin, first five", "not measured", "within_5", 0.97),
    ):
        what = f"Names only, among 4,500: {title}"
        rows.append(Target(what, elsewhere, wanted, True, _ranked(f"names-{slug}", measure)))
    rows += [
        Target("One whole-name comparison", "250–800 µs", 20, False, _plain("inside", "name_us"), 1, " µs"),
        Target(
            f"Intake over {largest:,} people, p95: retrieval, scoring, reasons", "7 ms bare; 250 ms trigrams",
            15 if largest <= 1_000_000 else 25, False, _plain("inside", "intake_p95_ms"), 1, " ms",
        ),
        Target("– median", "", 15, False, _plain("inside", "intake_p50_ms"), 1, " ms"),
        Target("Half-filled noisy questions, within the first 10", "0.965", 0.985, True, _ranked(heavy, "within_10")),
        Target("Half-filled noisy questions, first", "0.887", 0.92, True, _ranked(heavy, "first")),
    ]  # fmt: skip
    return rows


def _judged(name: str, how: str, measure: str) -> Callable[[Results], tuple[Figure, ...]]:
    return lambda results: tuple(
        _at(results, "sets", name, "dedupe", "judged", how, half, measure) for half in HALVES
    )


def _ranked(name: str, measure: str) -> Callable[[Results], tuple[Figure, ...]]:
    return lambda results: tuple(_at(results, "sets", name, "match", "ranked", half, measure) for half in HALVES)


def _keys(name: str) -> Callable[[Results], tuple[Figure, ...]]:
    return lambda results: tuple(_at(results, "sets", name, "keys", half, "recall") for half in HALVES)


def _plain(*path: str) -> Callable[[Results], tuple[Figure, ...]]:
    where = path if path[0] == "inside" else ("sets", *path)
    return lambda results: (_at(results, *where),)


def _at(results: Results, *path: str) -> Figure:
    found: Any = results
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, int | float) else None
