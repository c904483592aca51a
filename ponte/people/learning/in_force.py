# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The weights that every comparison of cards uses at this moment."""

import datetime as dt
from functools import lru_cache
from typing import Final

from django.db import connection

from ponte.people.learning.models import LearntWeights, WeightsChoice
from ponte.people.matching.model import Model, delivered

# Put together once: a comparison takes hardly longer than the ORM to say this.
_CHOSEN: Final = """
SELECT c.weights_id, w.proposed_at FROM learning_weightschoice c
LEFT JOIN learning_learntweights w ON w.id = c.weights_id WHERE c.act = %s ORDER BY c.id DESC LIMIT 1
"""


def model() -> Model:
    """Asked each time in one small statement: whoever takes other weights is followed at once, by every process."""
    with connection.cursor() as cursor:
        cursor.execute(_CHOSEN, [WeightsChoice.Act.TAKE])
        chosen = cursor.fetchone()
    return _learnt(*chosen) if chosen and chosen[0] is not None else delivered()


@lru_cache(maxsize=8)
def _learnt(pk: int, _proposed_at: dt.datetime) -> Model:
    """Rows never change. The time tells apart two databases that one process comes to know."""
    return Model.read(LearntWeights.objects.values_list("weights", flat=True).get(pk=pk))
