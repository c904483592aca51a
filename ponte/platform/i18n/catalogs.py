# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogs of translations: where they are, and compiling them for gettext.

Compiled with Babel, so that no machine needs GNU gettext.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[2]


def catalog_files(package: Path = PACKAGE) -> Iterator[Path]:
    """Every `locale/<language>/LC_MESSAGES/django.po` of the house."""
    yield from sorted(package.glob("**/locale/*/LC_MESSAGES/*.po"))


def read_catalog(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, locale=path.parents[1].name)


def compile_catalogs(package: Path = PACKAGE) -> list[Path]:
    """Write the `.mo` beside each `.po` that is newer than it. Returns those that were written."""
    written = []
    for source in catalog_files(package):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        # Several processes may compile at once, and a reader must never meet half a file.
        staging = target.with_suffix(f".{os.getpid()}.mo")
        with staging.open("wb") as file:
            write_mo(file, read_catalog(source))
        staging.replace(target)
        written.append(target)
    return written
