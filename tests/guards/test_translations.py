# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every text can be read in every language."""

from ponte.platform.i18n.catalogs import catalog_files, read_catalog
from ponte.platform.i18n.messages import faults
from tests.guards.files import short


def test_every_text_is_translated() -> None:
    """`ponte messages` writes what is missing into the catalogs, to be translated there."""
    assert [str(fault) for fault in faults()] == []


def test_no_catalog_holds_an_empty_or_uncertain_translation() -> None:
    assert [
        f"{short(path)}: {message.id!r}"
        for path in catalog_files()
        for message in read_catalog(path)
        if message.id and (message.fuzzy or not all(message.string if message.pluralizable else [message.string]))
    ] == []
