# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may read the audit trail: the auditor all of it, a coordinator what may be told of the own service's people.

The role of the door reads no contents (`before`, `after`). A coordinator sees the events of whoever stood in the team
of a service that they coordinate, and of whoever stood in teams of shared services alone: of a reserved or protected
service nothing is told, and whether an event is seen never depends on which other services know a person.
"""

from django.db import migrations

from ponte.platform.database import roles

COLUMNS = (
    "id", "at", "request", "actor_id", "process", "action", "object_type", "object_id", "object_ids", "scopes",
    "address", "reason",
)  # fmt: skip

FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION ponte_scopes_of(bigint) RETURNS bigint[] LANGUAGE sql STABLE
RETURN ARRAY(
    SELECT DISTINCT service_id FROM network_membership WHERE user_id = $1 AND service_id IS NOT NULL ORDER BY 1
);

CREATE FUNCTION ponte_is_auditor() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM network_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.user_id = ponte_user_id() AND m.role = 'auditor' AND u.is_active
);

CREATE FUNCTION ponte_coordinated_service_ids() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN ARRAY(
    SELECT service_id FROM network_membership
    WHERE user_id = ponte_user_id() AND role = 'coordinator' AND service_id IS NOT NULL
);

CREATE FUNCTION ponte_shared_service_ids() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN ARRAY(SELECT id FROM network_service WHERE confidentiality = 'shared');

-- Which events showed this object among several. Under row-level security no index would find them: "contains" is
-- no operator that PostgreSQL trusts to tell nothing of the rows that it passes over.
CREATE FUNCTION ponte_events_of_list(text, bigint, integer) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
BEGIN ATOMIC
    SELECT e.id FROM audit_auditevent e
    WHERE e.object_ids @> ARRAY[$2] AND e.object_type = $1 ORDER BY e.at DESC, e.id DESC LIMIT $3;
END;

-- For the auditor, also what happened to somebody's enrolments and interventions.
CREATE FUNCTION ponte_events_of_person(bigint, integer) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
BEGIN ATOMIC
    SELECT ponte_events_of_list('people.card', $1, $2) WHERE ponte_is_auditor()
    UNION
    SELECT e.id FROM audit_auditevent e JOIN people_enrolment n ON n.id = e.object_id
    WHERE e.object_type = 'people.enrolment' AND n.card_id = $1 AND ponte_is_auditor()
    UNION
    SELECT e.id FROM audit_auditevent e JOIN register_participation p ON p.intervention_id = e.object_id
    WHERE e.object_type = 'register.intervention' AND p.card_id = $1 AND ponte_is_auditor();
END;

CREATE FUNCTION ponte_changed_fields(bigint) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN (
    SELECT ARRAY(
        SELECT DISTINCT key FROM (
            SELECT jsonb_object_keys(CASE WHEN jsonb_typeof(e.before) = 'object' THEN e.before END)
            UNION ALL SELECT jsonb_object_keys(CASE WHEN jsonb_typeof(e.after) = 'object' THEN e.after END)
        ) AS keys (key) ORDER BY key
    ) FROM audit_auditevent e WHERE e.id = $1
);
REVOKE EXECUTE ON FUNCTION ponte_events_of_list(text, bigint, integer), ponte_changed_fields(bigint),
    ponte_events_of_person(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_events_of_list(text, bigint, integer), ponte_changed_fields(bigint),
    ponte_events_of_person(bigint, integer) TO {roles.TRAIL};
"""
UNDO = """
DROP FUNCTION ponte_changed_fields(bigint);
DROP FUNCTION ponte_events_of_person(bigint, integer);
DROP FUNCTION ponte_events_of_list(text, bigint, integer);
DROP FUNCTION ponte_shared_service_ids();
DROP FUNCTION ponte_coordinated_service_ids();
DROP FUNCTION ponte_is_auditor();
CREATE OR REPLACE FUNCTION ponte_scopes_of(bigint) RETURNS bigint[] LANGUAGE sql STABLE RETURN NULL::bigint[];
"""

MAY_BE_TOLD = """
(SELECT ponte_is_auditor()) OR (
    cardinality((SELECT ponte_coordinated_service_ids())) > 0 AND (
        scopes && (SELECT ponte_coordinated_service_ids())
        OR (cardinality(scopes) > 0 AND scopes <@ (SELECT ponte_shared_service_ids()))
    )
)
"""
POLICIES = [
    "ALTER TABLE audit_auditevent ENABLE ROW LEVEL SECURITY",
    f"CREATE POLICY web_rows ON audit_auditevent FOR INSERT TO {roles.WEB} WITH CHECK (true)",
    f"CREATE POLICY system_rows ON audit_auditevent FOR ALL TO {roles.SYSTEM} USING (true) WITH CHECK (true)",
    f"CREATE POLICY trail_rows ON audit_auditevent FOR SELECT TO {roles.TRAIL} USING ({MAY_BE_TOLD})",
    f"GRANT SELECT ({', '.join(COLUMNS)}) ON audit_auditevent TO {roles.TRAIL}",
    # To find a person by code, and to call by code whom an event is about: of a card the auditor sees nothing else.
    f"CREATE POLICY trail_codes ON people_card FOR SELECT TO {roles.TRAIL} USING ((SELECT ponte_is_auditor()))",
    f"GRANT SELECT (id, code) ON people_card TO {roles.TRAIL}",
]
BACK = [
    f"REVOKE SELECT (id, code) ON people_card FROM {roles.TRAIL}",
    "DROP POLICY trail_codes ON people_card",
    f"REVOKE SELECT ({', '.join(COLUMNS)}) ON audit_auditevent FROM {roles.TRAIL}",
    "DROP POLICY trail_rows ON audit_auditevent",
    "DROP POLICY system_rows ON audit_auditevent",
    "DROP POLICY web_rows ON audit_auditevent",
    "ALTER TABLE audit_auditevent DISABLE ROW LEVEL SECURITY",
]


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("audit", "0007_guarded_trail"),
        ("network", "0003_what_the_sources_tell"),
        ("people", "0012_presence"),
        ("register", "0010_household_of_person"),
    ]
    operations = [migrations.RunSQL(FUNCTIONS, UNDO), migrations.RunSQL(POLICIES, BACK)]
