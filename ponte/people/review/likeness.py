# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How alike two cards are: the one place from which the review asks the matching."""

from ponte.people.candidates import likeness_of

__all__ = ["likeness_of"]
