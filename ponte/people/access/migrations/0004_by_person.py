# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a service keeps for some of its team, it keeps in everything of its own, and in nothing of others.

Its part of an answer to a person, and what a protected service decided about who is whom, were told to the whole team.
And who was kept from knowing a person through one team did not read what they may know through another.
"""

from importlib import import_module

from django.db import migrations

from ponte.platform.database import roles

GUARDED = import_module("ponte.people.migrations.0014_guarded_people")
DECISIONS = import_module("ponte.people.migrations.0010_guarded_decisions")
RIGHTS = import_module("ponte.people.rights.migrations.0002_row_level_security")
BEFORE = import_module("ponte.people.access.migrations.0003_rights_of_guarded_people")

FUNCTIONS = f"""
-- Whether this service knows the card, and keeps it from the acting user.
CREATE FUNCTION ponte_is_kept_from_me(card bigint, service bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_acquaintance a WHERE a.card_id = $1 AND a.service_id = $2
    AND a.guarded_for IS NOT NULL AND ponte_user_id() <> ALL(a.guarded_for)
);

-- A service's part of an answer holds all the cards of the person that it knows.
CREATE FUNCTION rights_part_is_kept_from_me(request bigint, service bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM rights_accessrequest r JOIN people_card asked ON asked.id = r.card_id
    JOIN people_card c ON c.person_id = asked.person_id WHERE r.id = $1 AND ponte_is_kept_from_me(c.id, $2)
);
GRANT EXECUTE ON FUNCTION ponte_is_kept_from_me(bigint, bigint) TO {roles.WEB};
"""
TOLD = DECISIONS.TOLD.replace(
    "OR d.guarded_by_id = ANY(ponte_team_service_ids()))",
    "OR d.guarded_by_id = ANY(ponte_team_service_ids()))\n"
    "    AND NOT ponte_is_kept_from_me(d.card_a_id, d.guarded_by_id)\n"
    "    AND NOT ponte_is_kept_from_me(d.card_b_id, d.guarded_by_id)",
)


def unkept(*cards: str, service: str) -> str:
    """The list of the hidden is asked for once, and mostly empty; only a card in it costs a lookup."""
    hidden = " OR ".join(f"{card} = {GUARDED.HIDDEN}" for card in cards)
    kept = " OR ".join(f"ponte_is_kept_from_me({card}, {service})" for card in cards)
    return f"({hidden}) IS NOT TRUE OR NOT ({kept})"


def kept_rows(table: str, *, otherwise: str = "") -> migrations.RunSQL:
    """Beside the policy of the table: those who know the person, and from whom this service does not keep them."""
    known = BEFORE.KNOWN.format(table=table) + otherwise
    return migrations.RunSQL(
        *(
            f"ALTER POLICY kept_rows ON {table} USING (({known}) AND ({whose}))"
            for whose in (
                unkept(f"{table}.card_id", service=f"{table}.service_id"),
                GUARDED.unhidden(f"{table}.card_id", f"{table}.service_id"),
            )
        )
    )


def decided(more: str) -> str:
    condition = GUARDED.DECIDED.format(both=GUARDED.BOTH, mine=GUARDED.MINE, more=more)
    return f"ALTER POLICY web_rows ON people_identitydecision USING ({condition}) WITH CHECK ({condition})"


def replacing(function: str) -> str:
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


MINE = f"service_id = {RIGHTS.MINE}"
NOT_KEPT = unkept("card_a_id", "card_b_id", service="guarded_by_id")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_rights_of_guarded_people"),
        ("people", "0015_encrypted_texts"),
        ("rights", "0008_without_erased"),
    ]
    operations = [
        migrations.RunSQL(
            FUNCTIONS,
            "DROP FUNCTION rights_part_is_kept_from_me(bigint, bigint); "
            "DROP FUNCTION ponte_is_kept_from_me(bigint, bigint);",
        ),
        *(kept_rows(f"rights_{name}") for name in ("noticegiven", "agreement", "correction", "restriction")),
        kept_rows(
            "rights_accessrequest",
            otherwise=f" OR {BEFORE.OFFICER} OR {BEFORE.OVERSEEN} "
            "OR rights_protects_person(rights_accessrequest.card_id)",
        ),
        kept_rows("rights_disposal", otherwise=f" OR {BEFORE.OFFICER} OR {BEFORE.OVERSEEN}"),
        migrations.RunSQL(
            "ALTER POLICY web_rows ON rights_accessfile "
            f"USING ({MINE} AND NOT rights_part_is_kept_from_me(request_id, service_id))",
            f"ALTER POLICY web_rows ON rights_accessfile USING ({MINE})",
        ),
        migrations.RunSQL(decided(f" AND ({NOT_KEPT})"), decided(GUARDED.NOT_HIDDEN)),
        migrations.RunSQL(replacing(TOLD), replacing(DECISIONS.TOLD)),
    ]
