# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Documents that are made of sections, facts and tables: one description, written as page, PDF, Word or Excel."""

from ponte.platform.papers.model import Paper, Section, Table

__all__ = ["Paper", "Section", "Table"]
