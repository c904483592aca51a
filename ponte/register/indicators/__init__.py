# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Indicators: the figures of each service and project, and the sentences that say them."""

from ponte.register.indicators.definitions import definition_of
from ponte.register.indicators.periods import Period, period_of
from ponte.register.indicators.sentences import render

__all__ = ["Period", "definition_of", "period_of", "render"]
