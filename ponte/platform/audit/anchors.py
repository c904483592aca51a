# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The digests of seals, noted outside the database.

A chain shows what was changed inside it and not that its end was cut off, nor that it was replaced whole. So each new
seal leaves a line in a file: `seal <number> <last event> <digest>`. Whoever owns the database does not own the file,
and whoever owns the machine does not own the copy that an auditor keeps of it.
"""

import os
from pathlib import Path

from ponte.platform.audit.models import Seal
from ponte.platform.environment import Environment


def place() -> Path:
    """Where this installation notes its seals: `PONTE_AUDIT_ANCHORS`, or a file beside the other files."""
    given = os.environ.get("PONTE_AUDIT_ANCHORS", "")
    return Path(given) if given else Environment.read().var / "audit-anchors.txt"


def note_seals(file: Path) -> int:
    """Add the seals that are newer than the last line of the file; returns how many."""
    _drop_unfinished_line(file)
    known = _noted(file)
    newer = list(Seal.objects.filter(pk__gt=max(known, default=0)).order_by("pk"))
    if newer:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="ascii") as lines:
            lines.writelines(f"seal {seal.pk} {seal.last_event} {bytes(seal.digest).hex()}\n" for seal in newer)
            lines.flush()
            os.fsync(lines.fileno())
    return len(newer)


def _drop_unfinished_line(file: Path) -> None:
    """What a crash or a full disk left of a line; its seal is noted again."""
    if file.exists():
        whole = file.read_bytes().rfind(b"\n") + 1
        if whole < file.stat().st_size:
            os.truncate(file, whole)


def first_contradiction(file: Path) -> str | None:
    """The first noted seal that is not in the database as it was noted; none where all are.

    Raises `OSError` and `ValueError` where the file cannot be read as one of seals.
    """
    noted = _noted(file)
    present = {
        pk: (last, bytes(digest))
        for pk, last, digest in Seal.objects.filter(pk__in=noted).values_list("pk", "last_event", "digest")
    }
    for pk, (last, digest) in sorted(noted.items()):
        if pk not in present:
            return f"Seal {pk}, noted in {file} with all events up to {last}, is not there any more."
        if present[pk] != (last, digest):
            return f"Seal {pk} is not the one that was noted in {file}."
    return None


def _noted(file: Path) -> dict[int, tuple[int, bytes]]:
    if not file.exists():
        return {}
    noted = {}
    # A line without its end was not written to the end, and notes nothing yet.
    lines = file.read_text(encoding="ascii").rpartition("\n")[0].splitlines()
    for number, line in enumerate(lines, start=1):
        words = line.split()
        if len(words) != 4 or words[0] != "seal" or not (words[1].isdecimal() and words[2].lstrip("-").isdecimal()):
            raise ValueError(f"{file}, line {number}: expected `seal <number> <last event> <digest>`.")
        noted[int(words[1])] = (int(words[2]), bytes.fromhex(words[3]))
    return noted
