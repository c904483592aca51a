# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What always holds of pairs; `ponte check` counts the rows for which it does not."""

INVARIANTS = {
    "A pair that waits stands in the queue of every service that may answer, and of no other.": (
        "SELECT count(*) FROM ("
        "SELECT DISTINCT p.id AS pair_id, a.service_id FROM review_matchpair p "
        "JOIN people_acquaintance a ON a.card_id IN (p.card_a_id, p.card_b_id) "
        "JOIN network_service s ON s.id = a.service_id WHERE p.status IN ('open', 'waiting') AND "
        "CASE WHEN p.guarded_by_id IS NULL THEN s.confidentiality <> 'protected' ELSE s.id = p.guarded_by_id END"
        ") AS asked FULL JOIN (SELECT * FROM review_queueplace WHERE is_open) AS q USING (pair_id, service_id) "
        "WHERE q.id IS NULL OR asked.pair_id IS NULL"
    ),
    "A pair that waits is of two persons.": (
        "SELECT count(*) FROM review_matchpair p JOIN people_card a ON a.id = p.card_a_id "
        "JOIN people_card b ON b.id = p.card_b_id AND b.person_id = a.person_id WHERE p.status IN ('open', 'waiting')"
    ),
}
