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
    "The cards of one person are held together by decisions in force.": (
        "SELECT count(*) FROM people_card c WHERE EXISTS ("
        "SELECT 1 FROM people_card o WHERE o.person_id = c.person_id AND o.id <> c.id) AND NOT EXISTS ("
        "SELECT 1 FROM people_decision_in_force d JOIN people_card o ON o.person_id = c.person_id AND o.id <> c.id "
        "AND o.id IN (d.card_a_id, d.card_b_id) WHERE d.verdict = 'same' AND c.id IN (d.card_a_id, d.card_b_id))"
    ),
    "Cards that are held to be different are not one person.": (
        "SELECT count(*) FROM people_decision_in_force d JOIN people_card a ON a.id = d.card_a_id "
        "JOIN people_card b ON b.id = d.card_b_id AND b.person_id = a.person_id "
        "WHERE d.verdict = 'different' AND d.guarded_by_id IS NULL "
        "AND NOT ponte_card_is_guarded(a.id) AND NOT ponte_card_is_guarded(b.id)"
    ),
    "A key of matching belongs to a card.": (
        "SELECT count(*) FROM people_matchkey k WHERE NOT EXISTS (SELECT 1 FROM people_card c WHERE c.id = k.card_id)"
    ),
}
