# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom a service keeps for some of its team, the others of it do not meet here either; and what emergencies left."""

from importlib import import_module

from django.db import migrations

from ponte.platform.database.security import LetErase

FIRST = import_module("ponte.people.rights.migrations.0002_row_level_security")
THEN = import_module("ponte.people.rights.migrations.0005_requests_between_protected")
ERASING = import_module("ponte.people.rights.migrations.0003_erasing")
GUARDED = import_module("ponte.people.migrations.0014_guarded_people")
ORGANISATION = (
    "EXISTS (SELECT 1 FROM network_service s WHERE s.id = service_id AND s.provider_id IN ("
    "SELECT m.organisation_id FROM network_membership m WHERE m.user_id = ponte_user_id() AND m.role = 'coordinator'))"
)
OPEN = f"{FIRST.SHARED} AND ponte_knows_openly(card_id, service_id)"
READS = "EXISTS (SELECT 1 FROM people_card c WHERE c.id = card_id)"

PROTECTS = FIRST.FUNCTIONS.split("\n\n")[1].replace(
    "a.service_id = ANY(ponte_team_service_ids())",
    "a.service_id = ANY(ponte_team_service_ids())\n"
    "    AND (a.guarded_for IS NULL OR ponte_user_id() = ANY(a.guarded_for))",
)
EMERGENCIES = """    IF whole THEN
        UPDATE access_emergencyreview r SET note = '' FROM access_emergencycard c
        WHERE c.access_id = r.access_id AND c.card_id = d.card_id AND r.note <> '';
        GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
"""


def mine(table: str) -> str:
    return f"service_id = {FIRST.MINE} AND ({GUARDED.unhidden(f'{table}.card_id', f'{table}.service_id')})"


def policies() -> dict[str, tuple[str, str]]:
    """By table, what its policy says, and what it said."""
    told = {
        table: (f"({mine(table)}) OR ({OPEN} AND {GUARDED.known(f'{table}.card_id')})", FIRST.OPENLY)
        for table in ("rights_noticegiven", "rights_agreement", "rights_correction")
    }
    # Whoever may read the card is told that its use is restricted.
    told["rights_restriction"] = (f"({mine('rights_restriction')}) OR ({OPEN} AND {READS})", FIRST.OPENLY)
    request = "rights_accessrequest"
    told[request] = (
        f"({mine(request)}) OR ({OPEN} AND {GUARDED.known(f'{request}.card_id')}) OR rights_is_officer() "
        f"OR {ORGANISATION} OR (({THEN.NOT_PROTECTED}) AND rights_protects_person(card_id))",
        THEN.AFTER,
    )
    told["rights_disposal"] = (
        f"({mine('rights_disposal')}) OR {ORGANISATION} OR rights_is_officer()",
        f"service_id = {FIRST.OVERSEEN} OR rights_is_officer()",
    )
    return told


def replacing(function: str) -> str:
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0005_requests_between_protected"),
        ("people", "0014_guarded_people"),
        ("access", "0002_rules"),
    ]
    operations = [
        *(
            migrations.RunSQL(
                f"ALTER POLICY web_rows ON {table} USING ({now})", f"ALTER POLICY web_rows ON {table} USING ({before})"
            )
            for table, (now, before) in policies().items()
        ),
        migrations.RunSQL(replacing(PROTECTS), replacing(FIRST.FUNCTIONS.split("\n\n")[1])),
        LetErase("access_emergencyreview", columns=("note",)),
        migrations.RunSQL(
            replacing(ERASING.ERASE.replace("    IF whole THEN\n", EMERGENCIES, 1)), replacing(ERASING.ERASE)
        ),
    ]
