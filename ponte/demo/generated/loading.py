# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loading a generated network, all in one transaction."""

import random
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from ponte.demo.generated import people, places, work
from ponte.people.candidates import keeping
from ponte.platform.database.filling import without_indexes, without_triggers
from ponte.platform.spreadsheets.importing import Progress, silent

PARTICIPATIONS_PER_PERSON = 5
TABLES = (
    "people_person",
    "people_household",
    "people_card",
    "people_nametoken",
    "people_matchkey",
    "people_acquaintance",
    "people_knownname",
    "people_enrolment",
    "people_enrolmentevent",
    "register_intervention",
    "register_participation",
    "register_intervention_staff",
    "register_projectshare",
)
# What triggers do otherwise, which would look up each card among the others, where there is no index yet.
KNOWN_NAMES = """
INSERT INTO people_knownname (service_id, card_id, token)
SELECT a.service_id, a.card_id, t.token FROM people_acquaintance a JOIN people_nametoken t USING (card_id)
WHERE a.card_id >= %s
ORDER BY 1, 3, 2
"""
# Below this, keeping the indexes in order costs less than building them.
MANY = 20_000


def load(*, count: int, seed: int, today: date | None = None, progress: Progress = silent) -> None:
    """Add `count` fictional people and about five participations for each, up to `today`.

    Needs the network (services and areas) to be there, and the owner's rights. The same seed and day give the
    same people.
    """
    if not count:
        return
    today = today or timezone.localdate()
    rng = random.Random(seed)
    desks = places.desks(rng)
    participations = count * PARTICIPATIONS_PER_PERSON

    def write() -> int:
        population = people.generate(
            count, desks, today=today, rng=rng, progress=lambda done: progress("people", done, count)
        )
        work.generate(
            population,
            participations,
            today=today,
            rng=rng,
            progress=lambda done: progress("register", done, participations),
        )
        return population.first_card

    with transaction.atomic():
        if count < MANY:
            write()
        else:
            with without_indexes(TABLES), without_triggers(TABLES):
                first_card = write()
                with connection.cursor() as cursor:
                    cursor.execute(KNOWN_NAMES, [first_card])
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ANALYZE {table}")
    keeping.count_frequent_keys()
