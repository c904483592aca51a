# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long the registry takes to name the likeliest people for a half-filled form: retrieval, scoring and reasons.

`python -m bench.matching.intake COUNT` asks an installation, in one process, about people whom it knows. Who is found
is measured on sheets, whose truth is whole.
"""

import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date

from bench.matching.registry_like import half_filled
from ponte.cli.installation import open_installation
from ponte.demo import names
from ponte.demo.names import FictionalName

SEED = 7
WARMING = 20


def main() -> None:
    count = int(sys.argv[1])
    open_installation("system", up_to_date=False)
    from ponte.people.candidates import keeping, likely_matches
    from ponte.people.matching.records import from_sheet

    # A registry that an earlier version filled.
    if keeping.index_outdated():
        while keeping.index_outdated():
            pass
        keeping.count_frequent_keys()
    times, named = [], 0
    for number, question in enumerate(_questions(count + WARMING)):
        start = time.perf_counter()
        found = likely_matches(from_sheet(question))
        if number >= WARMING:
            times.append((time.perf_counter() - start) * 1000)
            named += bool(found)
    told = {
        "intake_p50_ms": round(statistics.median(times), 2),
        "intake_p95_ms": round(statistics.quantiles(times, n=20)[-1], 2),
        "intake_answered": round(named / count, 3),
    }
    json.dump(told, sys.stdout)


def _questions(count: int) -> Iterator[dict[str, str]]:
    from ponte.demo.generated.second_cards import Known, person_of
    from ponte.people.models import Card

    rng = random.Random(SEED)
    last = Card.objects.order_by("-pk").values_list("pk", flat=True)[0]
    while count:
        card = Card.objects.filter(pk=rng.randrange(1, last + 1), household=None).exclude(phone="").first()
        if card is None or not card.birth_year or not card.citizenships:
            continue
        country = card.citizenships[0]
        if country not in names.nationalities() or not (
            card.given_name and card.family_name and card.sex in {"F", "M"}
        ):
            continue
        language = (card.languages or names.languages_of(country))[0]
        name = FictionalName(card.given_name, card.family_name, card.native_name, card.sex, language)
        born = date(card.birth_year, card.birth_month or 1, card.birth_day or 1)
        known = Known(name, country, born, card.phone, card.address, area=0, desk=0, started=0)
        yield half_filled(person_of(known), Counter(), rng)[0]
        count -= 1


if __name__ == "__main__":
    main()
