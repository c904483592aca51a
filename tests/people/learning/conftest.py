# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from tests.people.review.conftest import browse, card, pair

__all__ = ["browse", "card", "pair"]
