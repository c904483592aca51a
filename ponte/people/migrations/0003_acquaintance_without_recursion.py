# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a card may become known to a service is asked past the policies: theirs would ask each other for ever."""

from django.db import migrations

MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"

FUNCTION = """
CREATE FUNCTION ponte_team_sees_card(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_card c WHERE c.id = $1 AND (
        c.registered_by_id = ANY(ponte_team_service_ids())
        OR EXISTS (
            SELECT 1 FROM people_acquaintance a
            WHERE a.card_id = c.id AND a.service_id = ANY(ponte_team_service_ids())
        )
    )
);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_row_level_security")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION ponte_team_sees_card(bigint)"),
        migrations.RunSQL(
            f"ALTER POLICY web_rows ON people_acquaintance WITH CHECK (service_id = {MY_SERVICES} "
            "AND ponte_team_sees_card(card_id))",
            f"ALTER POLICY web_rows ON people_acquaintance WITH CHECK (service_id = {MY_SERVICES} "
            "AND EXISTS (SELECT 1 FROM people_card c WHERE c.id = card_id))",
        ),
    ]
