# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What always holds of cards; `ponte check` counts the rows for which it does not."""

INVARIANTS = {
    "The service that registered a card knows it.": (
        "SELECT count(*) FROM people_card c WHERE c.registered_by_id IS NOT NULL AND NOT EXISTS ("
        "SELECT 1 FROM people_acquaintance a WHERE a.card_id = c.id AND a.service_id = c.registered_by_id)"
    ),
    "A service knows the cards that it enrolled.": (
        "SELECT count(*) FROM people_enrolment e WHERE NOT EXISTS ("
        "SELECT 1 FROM people_acquaintance a WHERE a.card_id = e.card_id AND a.service_id = e.service_id)"
    ),
    "A service finds the cards that it knows by every word of their names, and no others.": (
        "SELECT count(*) FROM ("
        "SELECT a.service_id, a.card_id, t.token FROM people_acquaintance a JOIN people_nametoken t USING (card_id)"
        ") AS known FULL JOIN people_knownname k USING (service_id, card_id, token) "
        "WHERE k.id IS NULL OR known.token IS NULL"
    ),
}
