# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How many second cards were never written, because somebody was recognised at intake: counted in the audit trail."""

from django.db import migrations

RECOGNISED = """
CREATE INDEX review_recognised ON audit_auditevent (at) WHERE action = 'people.recognise_card';

CREATE FUNCTION review_recognised(services bigint[], since date) RETURNS TABLE (service_id bigint, recognised bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.id, count(*) FROM audit_auditevent e JOIN network_service s ON s.slug = e.after ->> 'service'
    WHERE e.action = 'people.recognise_card' AND e.at >= $2 AND s.id = ANY($1) AND review_may_count(s.id)
    GROUP BY s.id
$$;
REVOKE ALL ON FUNCTION review_recognised(bigint[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_recognised(bigint[], date) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0004_who_takes_back"), ("audit", "0004_sealing")]
    operations = [
        migrations.RunSQL(
            RECOGNISED, "DROP FUNCTION review_recognised(bigint[], date); DROP INDEX review_recognised"
        )
    ]
