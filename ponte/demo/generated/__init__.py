# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Networks of any size: fictional people of the network's nationalities, and years of work with them.

ALA Milano's year 2021 (and school year 2021/2022) is left alone: it is written row by row in `published`.
"""

from ponte.demo.generated.loading import load

__all__ = ["load"]
