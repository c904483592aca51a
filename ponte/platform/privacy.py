# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The privacy classes of a person's data.

A model that holds something of a person names the class of each of its fields in `privacy`; exports, logs,
the demo and erasure follow it. A guard test fails for a field without one.
"""

from enum import StrEnum


class Privacy(StrEnum):
    IDENTITY = "identity"  # who it is: names, birth, identifiers, family ties
    CONTACT = "contact"  # how to reach them
    DEMOGRAPHIC = "demographic"  # what is counted: sex, education, employment
    SPECIAL = "special"  # art. 9 GDPR: health, origin, sex life, and what a protected service implies
    FREE_TEXT = "free_text"  # may hold anything
    TECHNICAL = "technical"  # keys and times, of no meaning outside the system
