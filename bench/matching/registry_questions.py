# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Half-filled questions about people of an installation: `python -m bench.matching.registry_questions COUNT`.

Only for the time that answers take: who is found is measured on sheets, whose truth is whole.
"""

import json
import random
import sys
from collections import Counter
from datetime import date

from bench.matching.registry_like import half_filled
from ponte.cli.installation import open_installation
from ponte.demo import names
from ponte.demo.names import FictionalName

SEED = 7


def main() -> None:
    count = int(sys.argv[1])
    open_installation("system", up_to_date=False)
    from ponte.demo.generated.second_cards import Known, person_of
    from ponte.people.models import Card

    rng = random.Random(SEED)
    last = Card.objects.order_by("-pk").values_list("pk", flat=True)[0]
    made = 0
    while made < count:
        card = Card.objects.filter(pk=rng.randrange(1, last + 1), household=None).exclude(phone="").first()
        if card is None or not card.birth_year or not card.citizenships:
            continue
        country = card.citizenships[0]
        if country not in names.nationalities() or not (card.given_name and card.family_name and card.sex in "FM"):
            continue
        language = (card.languages or names.languages_of(country))[0]
        name = FictionalName(card.given_name, card.family_name, card.native_name, card.sex, language)
        born = date(card.birth_year, card.birth_month or 1, card.birth_day or 1)
        known = Known(name, country, born, card.phone, card.address, area=0, desk=0, started=0)
        fields, _, _ = half_filled(person_of(known), Counter(), rng)
        print(json.dumps({"id": f"r{made}", **fields}, ensure_ascii=False))
        made += 1


if __name__ == "__main__":
    main()
