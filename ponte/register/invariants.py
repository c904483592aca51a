# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What always holds of the register; `ponte check` counts the rows for which it does not."""

INVARIANTS = {
    "A service knows the cards that took part in its work, unless they were erased.": (
        "SELECT count(*) FROM (SELECT DISTINCT p.card_id, i.service_id FROM register_participation p "
        "JOIN register_intervention i ON i.id = p.intervention_id WHERE p.card_id IS NOT NULL "
        "EXCEPT SELECT card_id, service_id FROM people_acquaintance "
        "EXCEPT SELECT card_id, service_id FROM rights_disposal WHERE status = 'done' "
        "AND record_class = 'card') unknown"
    ),
    "Every correction kept the state before it.": (
        "SELECT count(*) FROM register_intervention i WHERE i.version > 1 AND i.version - 1 <> ("
        "SELECT count(*) FROM register_interventionversion v WHERE v.intervention_id = i.id)"
    ),
}
