# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether everything that is kept encrypted can be read, and with which keys."""

from collections.abc import Iterator

from ponte.platform.checks.findings import Finding, Outcome, judge
from ponte.platform.vault import files
from ponte.platform.vault.keys import ring
from ponte.platform.vault.rotating import encrypted_columns, readable


def check_vault() -> Iterator[Finding]:
    known = {key.id for key in ring().keys}
    values = old = 0
    wrong: list[str] = []
    for column in encrypted_columns():
        found = readable(column)
        values, old = values + found.values, old + found.old
        if found.unreadable:
            rows = ", ".join(map(str, found.unreadable[:5]))
            wrong.append(f"{len(found.unreadable)} of {column.place} (rows {rows})")
    stored = 0
    for name in files.stored_names():
        stored += 1
        try:
            key = files.key_of(name)
        except files.BrokenFileError:
            key = ""
        old += key != ring().newest.id
        if key not in known:
            wrong.append(f"file {name.hex}")
    yield judge(
        "vault.readable",
        good=f"All {values} encrypted texts open, and the keys of all {stored} files are there.",
        wrong=f"These cannot be read with the keys in PONTE_FIELD_KEYS: {'; '.join(wrong[:10])}." if wrong else None,
    )
    if old:
        yield Finding(
            "vault.keys", Outcome.NOTE, f"{old} texts or files have older keys: `ponte keys rotate` gives the newest."
        )
