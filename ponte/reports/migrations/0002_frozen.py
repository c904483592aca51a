# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees a published version, and the one way by which the rows behind it are copied.

`reports_freeze` runs with its owner's rights, because whoever publishes may not see the rows. It copies facts of
the organisation's own services and projects, once, before the version to which they belong is published in
the same transaction (the foreign key is checked at its end), and returns how many.
"""

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly, ProtectRows
from ponte.register.facts import FACT_COLUMNS

COLUMNS = ", ".join(f'"{column}"' for column in FACT_COLUMNS)

WHO_SEES = """
CREATE FUNCTION reports_may_publish(bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (
    SELECT 1 FROM network_membership m
    WHERE m.user_id = ponte_user_id()
    AND (m.role = 'network_manager' OR m.role = 'coordinator' AND m.organisation_id = $1)
);

CREATE FUNCTION reports_may_see(bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN reports_may_publish($1) OR EXISTS (
    SELECT 1 FROM network_membership m JOIN network_service s ON s.id = m.service_id
    WHERE m.user_id = ponte_user_id() AND m.role = 'coordinator' AND s.provider_id = $1
);
"""

FREEZE = f"""
CREATE FUNCTION reports_freeze(version bigint, organisation bigint, scopes jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    acting text := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role') END;
    frozen bigint;
BEGIN
    IF NOT (acting = 'ponte_system' OR reports_may_publish($2)) THEN
        RAISE EXCEPTION 'this report may not be published by whoever acts' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT 1 FROM reports_reportversion v WHERE v.id = $1)
        OR EXISTS (SELECT 1 FROM reports_frozenfact f WHERE f.version_id = $1)
    THEN
        RAISE EXCEPTION 'rows are frozen once, before their version is published'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM jsonb_array_elements($3) AS scope
        LEFT JOIN network_service s ON s.id = (scope->>'service_id')::bigint
        LEFT JOIN network_project p ON p.id = (scope->>'project_id')::bigint
        WHERE COALESCE(s.provider_id, p.lead_id) IS DISTINCT FROM $2
    ) THEN
        RAISE EXCEPTION 'a report tells of its own organisation only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO reports_frozenfact (version_id, {COLUMNS})
    SELECT $1, {COLUMNS} FROM register_fact WHERE intervention_id IN (
        SELECT i.id FROM jsonb_array_elements($3) AS scope
        JOIN register_intervention i ON i.service_id = (scope->>'service_id')::bigint
        WHERE i.date BETWEEN (scope->>'since')::date AND (scope->>'until')::date
        UNION
        SELECT i.id FROM jsonb_array_elements($3) AS scope
        JOIN register_projectshare share ON share.project_id = (scope->>'project_id')::bigint
        JOIN register_intervention i ON i.id = share.intervention_id
        WHERE i.date BETWEEN (scope->>'since')::date AND (scope->>'until')::date
    );
    GET DIAGNOSTICS frozen = ROW_COUNT;
    RETURN frozen;
END $$;
REVOKE ALL ON FUNCTION reports_freeze(bigint, bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reports_freeze(bigint, bigint, jsonb) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("register", "0005_facts"), ("network", "0002_who_acts")]
    operations = [
        migrations.RunSQL(
            WHO_SEES, "DROP FUNCTION reports_may_see(bigint); DROP FUNCTION reports_may_publish(bigint);"
        ),
        ProtectRows(
            "reports_reportversion",
            visible="public OR reports_may_see(organisation_id)",
            writable="reports_may_publish(organisation_id)",
        ),
        ProtectRows("reports_frozenfact", visible="false"),
        migrations.RunSQL(
            [
                "GRANT SELECT ON reports_frozenfact TO ponte_measures",
                "CREATE POLICY measures_rows ON reports_frozenfact FOR SELECT TO ponte_measures USING (true)",
            ],
            ["DROP POLICY measures_rows ON reports_frozenfact", "REVOKE SELECT ON reports_frozenfact FROM ponte_measures"],
        ),
        KeepAppendOnly("reports_reportversion"),
        KeepAppendOnly("reports_frozenfact"),
        migrations.RunSQL(FREEZE, "DROP FUNCTION reports_freeze(bigint, bigint, jsonb)"),
    ]
