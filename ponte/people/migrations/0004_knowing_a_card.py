# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A new acquaintance is checked without asking the policy of cards, which asks acquaintances in turn."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION ponte_sees_card(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
RETURN EXISTS (
    SELECT 1 FROM people_card c WHERE c.id = $1 AND c.registered_by_id = ANY(ponte_team_service_ids())
) OR EXISTS (
    SELECT 1 FROM people_acquaintance a WHERE a.card_id = $1 AND a.service_id = ANY(ponte_team_service_ids())
);
ALTER POLICY web_rows ON people_acquaintance WITH CHECK (
    service_id = ANY((SELECT ponte_team_service_ids())::bigint[]) AND ponte_sees_card(card_id)
);
"""
BACKWARD = """
ALTER POLICY web_rows ON people_acquaintance WITH CHECK (
    service_id = ANY((SELECT ponte_team_service_ids())::bigint[])
);
DROP FUNCTION ponte_sees_card(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0003_households_from_files")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
