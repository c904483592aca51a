# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which services will find together what a merge brings together, as far as whoever merges may be told."""

from django.db import migrations

WHO_KNOWS = """
-- Of cards that whoever acts sees: the shared services and those of their own teams that know each, and whether a
-- reserved one does. Of protected services other than their own, nothing.
CREATE FUNCTION review_who_knows(cards bigint[])
RETURNS TABLE (card_id bigint, services text[], is_reserved boolean) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
    SELECT a.card_id,
        array_agg(s.name ORDER BY s.position, s.name)
        FILTER (WHERE s.confidentiality = 'shared' OR s.id = ANY(ponte_team_service_ids())),
        bool_or(s.confidentiality = 'reserved' AND s.id <> ALL(ponte_team_service_ids()))
    FROM people_acquaintance a JOIN network_service s ON s.id = a.service_id
    WHERE a.card_id = ANY($1) AND ponte_team_sees_card(a.card_id)
    GROUP BY a.card_id
$$;
REVOKE ALL ON FUNCTION review_who_knows(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_who_knows(bigint[]) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0001_pairs")]
    operations = [migrations.RunSQL(WHO_KNOWS, "DROP FUNCTION review_who_knows(bigint[])")]
