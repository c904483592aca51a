# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.people.review.models.pairs import MatchPair, QueuePlace
from ponte.people.review.models.verdicts import Verdict

__all__ = ["MatchPair", "QueuePlace", "Verdict"]
