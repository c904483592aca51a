# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The customs of each community, put together from its lists when they are first asked for.

A community is named by its language, and by its country too where the country's names differ.
"""

from ponte.demo.names.communities import africa, americas, asia, europe
from ponte.demo.names.communities.building import custom

__all__ = ["africa", "americas", "asia", "custom", "europe"]
