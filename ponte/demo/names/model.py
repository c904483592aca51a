# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The one value that this room makes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FictionalName:
    """A person who does not exist, as a desk writes the name and as the person does."""

    given: str
    """As an Italian desk operator writes it, in Latin script."""
    family: str
    native: str
    """Whole name in the person's own script and order; '' where the script is Latin and nothing differs."""
    sex: str
    """'F' or 'M': the sex whose naming customs were followed."""
    language: str
    """ISO 639-3 of the native name; macrolanguages (zho, ara, sqi) as in the contracts."""
