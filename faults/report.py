# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The results of all scenes as one page."""

import json
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.machine import described

TITLES = {
    "mail": "The mail server is away",
    "disk": "The disk is full",
    "clock": "The clock jumps three days ahead, and back",
}
WRITES = {
    "person": "person registered, with keys, enrolment and their events",
    "change": "card changed (encrypted note)",
    "contact": "contact in the register, with participation and note",
    "void": "contact taken back",
    "attachment": "file attached (encrypted on the disk)",
    "removal": "attachment taken away (a job removes the file)",
    "access": "access request (a job composes PDF and JSON)",
    "invitation": "user invited (a job sends a letter)",
}
HEAD = """<!-- SPDX-FileCopyrightText: 2026 Ponte contributors -->
<!-- SPDX-License-Identifier: EUPL-1.2 -->

# Faults

Written by `make faults`. A real `ponte serve` with the example network, its embedded PostgreSQL, two web processes
and a worker; users who sign in and send forms over HTTP, each write under a mark of its own. What was acknowledged is
noted outside, and at the end compared with what is stored.
"""


def page(results: Path) -> str:
    """The page, of the scenes whose results are there."""
    parts = [HEAD, _machine()]
    for name in ("kills", *TITLES):
        file = results / f"{name}.json"
        if file.exists():
            found = json.loads(file.read_text(encoding="utf-8"))
            parts.append(_kills(found) if name == "kills" else _scene(TITLES[name], found))
    return "\n".join(parts)


def _machine() -> str:
    machine = described()
    return (
        f"Measured on {machine['cores']} cores ({machine['processor']}) shared with other work, "
        f"{machine['memory_gib']} GiB, Python {machine['python']}: times to recovery are those of a busy machine.\n"
    )


def _kills(found: Mapping[str, Any]) -> str:
    kills, written, stored = found["kills"], found["written"], found["found"]
    jobs, letters, files = stored["jobs"], found["letters"], stored["files"]
    answers = {answer: sum(one.get(answer, 0) for one in written.values())
               for answer in ("acknowledged", "unanswered", "refused")}  # fmt: skip
    lines = [
        f"## {sum(kills.values())} kills at random moments under load (seed {found['seed']})",
        "",
        f"`kill -9` within {found['seconds'] / 60:.0f} minutes; three times of four the next one fell before all was "
        "mended.",
        "",
        "| killed | times | a page is answered again: median, p95 | all is whole again: median, p95 |",
        "| --- | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {kind} | {kills[kind]} | {_seconds(found['pages'][kind])} | {_seconds(found['whole'].get(kind, []))} |"
        for kind in kills
    ]
    every = {name: [one for many in found[name].values() for one in many] for name in ("pages", "whole")}
    lines += [
        f"| all | {sum(kills.values())} | {_seconds(every['pages'])} | {_seconds(every['whole'])} |",
        "",
        "Unanswered: no answer came, or a page that says that the database is away. Refused: a form was shown again.",
        "",
        "| write | acknowledged | unanswered | refused |",
        "| --- | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {said} | {one.get('acknowledged', 0)} | {one.get('unanswered', 0)} | {one.get('refused', 0)} |"
        for kind, said in WRITES.items()
        if (one := written.get(kind))
    ]
    lines += [
        f"| all | {answers['acknowledged']} | {answers['unanswered']} | {answers['refused']} |",
        "",
        f"- **Acknowledged and lost: {len(stored['lost'])}. Half done: {len(stored['half'])}.** {stored['stored']} "
        "writes are stored: the acknowledged ones, and of the unanswered ones those that are whole.",
        f"- Jobs asked for: {jobs['asked']}. Begun once and done: {jobs['once']}; interrupted, begun again and done: "
        f"{jobs['again']}; failed: {jobs['failed']}; being done by nobody: {jobs['doing']}.",
        f"- Letters asked for by acknowledged writes: {letters['asked']}; sent: {letters['sent']} "
        f"({letters['twice']} of them twice); never sent: {_never(found)}.",
        f"- Attachments: {files['kept']}, each with its file. Files that uploads interrupted since the last look had "
        f"left, which nothing names and tidying takes away: {files['left_over']}.",
        f"- `ponte check` and the audit chain: {'well' if not found['wrong'] else 'see below'}.",
        "",
    ]
    return "\n".join([*lines, *_wrong(found)])


def _never(found: Mapping[str, Any]) -> int:
    return sum("never came" in one for one in found["wrong"])


def _scene(title: str, found: Mapping[str, Any]) -> str:
    lines = [f"## {title}", "", "| expected | found |", "| --- | --- |"]
    lines += [f"| {what} | {said.replace('|', '/')} |" for what, said in found["told"]]
    return "\n".join([*lines, "", *_wrong(found)])


def _wrong(found: Mapping[str, Any]) -> list[str]:
    return [*(f"- **Wrong:** {one}" for one in found["wrong"]), ""] if found["wrong"] else []


def _seconds(taken: Sequence[float]) -> str:
    if not taken:
        return "–"
    ordered = sorted(taken)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{statistics.median(ordered):.1f} s, {late:.1f} s"
