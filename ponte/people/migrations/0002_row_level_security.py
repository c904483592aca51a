# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Members of a team see the people whom their services know; nobody else sees anyone."""

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"


def known(card: str) -> str:
    return f"EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = {card} AND a.service_id = {MY_SERVICES})"


# A person or household without any card tells nothing; the web role must see the one it has just made.
HAS_CARDS = """
CREATE FUNCTION ponte_person_has_cards(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (SELECT 1 FROM people_card WHERE person_id = $1);
CREATE FUNCTION ponte_household_has_cards(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (SELECT 1 FROM people_card WHERE household_id = $1);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("network", "0002_who_acts")]
    operations = [
        migrations.RunSQL(
            HAS_CARDS,
            "DROP FUNCTION ponte_person_has_cards(bigint); DROP FUNCTION ponte_household_has_cards(bigint);",
        ),
        ProtectRows(
            "people_acquaintance",
            visible=f"service_id = {MY_SERVICES}",
            # Nobody makes a card known to themselves that they do not already see.
            writable=f"service_id = {MY_SERVICES} AND EXISTS (SELECT 1 FROM people_card c WHERE c.id = card_id)",
        ),
        ProtectRows(
            "people_card", visible=f"registered_by_id = {MY_SERVICES} OR {known('people_card.id')}"
        ),
        ProtectRows(
            "people_person",
            visible="EXISTS (SELECT 1 FROM people_card c WHERE c.person_id = people_person.id) "
            "OR NOT ponte_person_has_cards(people_person.id)",
        ),
        ProtectRows(
            "people_household",
            visible="EXISTS (SELECT 1 FROM people_card c WHERE c.household_id = people_household.id) "
            "OR NOT ponte_household_has_cards(people_household.id)",
        ),
        *(
            ProtectRows(table, visible=known(f"{table}.card_id"))
            for table in ("people_cardname", "people_cardcontact", "people_cardidentifier", "people_nametoken")
        ),
        ProtectRows("people_enrolment", visible=f"service_id = {MY_SERVICES}"),
        ProtectRows(
            "people_enrolmentevent",
            visible="EXISTS (SELECT 1 FROM people_enrolment e WHERE e.id = enrolment_id)",
        ),
        ProtectRows(
            "people_identitydecision",
            visible=f"{known('card_a_id')} AND {known('card_b_id')}",
        ),
        KeepAppendOnly("people_enrolmentevent"),
        KeepAppendOnly("people_identitydecision"),
    ]
