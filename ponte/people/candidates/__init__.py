# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which cards of the registry may be the person described.

Looks among all cards, so it answers only to a role that may see them: commands, background work, and the audited door
of `ponte.people.presence`. Whoever calls decides who is told.
"""

from ponte.people.candidates.comparing import likeness_of
from ponte.people.candidates.keeping import index_cards
from ponte.people.candidates.records import all_records, record_of, records_of
from ponte.people.candidates.retrieval import Match, likely_matches

__all__ = ["Match", "all_records", "index_cards", "likely_matches", "likeness_of", "record_of", "records_of"]
