# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees what people asked and said about their data.

What a shared service wrote is seen by whoever sees the card; what a reserved or protected one wrote, by its own team.
A request for access is also told to protected services that know the person, whichever card it was made on: knowledge
flows only toward the more protected side.
"""

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

MINE = "ANY((SELECT ponte_team_service_ids())::bigint[])"
OVERSEEN = "ANY((SELECT ponte_overseen_service_ids())::bigint[])"
CARD = "EXISTS (SELECT 1 FROM people_card c WHERE c.id = card_id)"
SHARED = "EXISTS (SELECT 1 FROM network_service s WHERE s.id = service_id AND s.confidentiality = 'shared')"
OPENLY = f"service_id = {MINE} OR ({SHARED} AND {CARD})"
OWN = f"service_id = {MINE} AND {CARD}"

FUNCTIONS = """
-- The person responsible for data protection sees that there are requests, by number; cards stay hidden from them.
CREATE FUNCTION rights_is_officer() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (SELECT 1 FROM network_membership m WHERE m.user_id = ponte_user_id() AND m.role = 'auditor');

CREATE FUNCTION rights_protects_person(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_card asked JOIN people_card c ON c.person_id = asked.person_id
    JOIN people_acquaintance a ON a.card_id = c.id
    JOIN network_service s ON s.id = a.service_id AND s.confidentiality = 'protected'
    WHERE asked.id = $1 AND a.service_id = ANY(ponte_team_service_ids())
);
"""


class Migration(migrations.Migration):
    dependencies = [("rights", "0001_initial"), ("people", "0013_erased_cards"), ("network", "0002_who_acts")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS, "DROP FUNCTION rights_protects_person(bigint); DROP FUNCTION rights_is_officer();"
        ),
        *(
            ProtectRows(table, visible=OPENLY, writable=OWN)
            for table in ("rights_noticegiven", "rights_agreement", "rights_correction", "rights_restriction")
        ),
        ProtectRows(
            "rights_accessrequest",
            visible=f"{OPENLY} OR rights_is_officer() OR service_id = {OVERSEEN} OR rights_protects_person(card_id)",
            writable=OWN,
        ),
        ProtectRows(
            "rights_accessfile",
            visible=f"service_id = {MINE}",
            writable=f"service_id = {MINE} AND EXISTS (SELECT 1 FROM rights_accessrequest r WHERE r.id = request_id)",
        ),
        ProtectRows(
            "rights_disposal",
            visible=f"service_id = {OVERSEEN} OR rights_is_officer()",
            writable=f"service_id = {OVERSEEN}",
        ),
        KeepAppendOnly("rights_noticeversion"),
        KeepAppendOnly("rights_noticetext"),
        KeepAppendOnly("rights_noticegiven"),
        KeepAppendOnly("rights_agreement"),
    ]
