# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.reports.models.frozen import FrozenFact
from ponte.reports.models.versions import ReportVersion

__all__ = ["FrozenFact", "ReportVersion"]
