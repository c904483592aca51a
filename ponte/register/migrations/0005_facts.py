# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two views of what the register counts, with one body: every row for the measures door, visible rows for the rest.

Every join is a LEFT JOIN on a unique key, and staff and shares are subqueries in the select list, so that the
planner drops whatever a figure does not ask for.
"""

from django.db import migrations

BODY = """
SELECT
    i.id AS intervention_id,
    i.service_id,
    i.organisation_id,
    i.date,
    i.kind::text AS kind,
    i.minutes,
    NULLIF(i.setting, '')::text AS setting,
    i.area_id,
    CASE a.kind WHEN 'municipality' THEN a.id WHEN 'borough' THEN a.parent_id END AS municipality_id,
    i.languages::text[] AS languages,
    ARRAY(
        SELECT s.staffmember_id FROM register_intervention_staff s WHERE s.intervention_id = i.id ORDER BY 1
    ) AS staff,
    ARRAY(
        SELECT s.project_id FROM register_projectshare s WHERE s.intervention_id = i.id ORDER BY s.project_id
    ) AS projects,
    ARRAY(
        SELECT s.share FROM register_projectshare s WHERE s.intervention_id = i.id ORDER BY s.project_id
    ) AS shares,
    p.id AS participation_id,
    CASE WHEN p.code <> '' THEN sha256(convert_to(i.service_id || ':' || p.code, 'UTF8')) END AS code,
    p.headcount,
    NULLIF(p.role, '')::text AS role,
    p.first_contact,
    (
        i.kind = 'referral'
        OR COALESCE(p.referred_to, '') <> ''
        OR p.referred_to_service_id IS NOT NULL
    ) AS referred,
    COALESCE(NULLIF(p."group", ''), NULLIF(i."group", ''))::text AS "group",
    COALESCE(NULLIF(p.partner, ''), NULLIF(i.partner, ''))::text AS partner,
    COALESCE(NULLIF(p.output, ''), NULLIF(i.output, ''))::text AS output,
    NULLIF(p.test, '')::text AS test,
    NULLIF(p.result, '')::text AS result,
    c.person_id,
    c.household_id,
    NULLIF(c.sex, '')::text AS sex,
    c.birth_year,
    c.birth_month,
    c.birth_day,
    c.citizenships::text[] AS citizenships,
    NULLIF(c.education, '')::text AS education,
    NULLIF(c.employment, '')::text AS employment
FROM register_intervention i
LEFT JOIN network_area a ON a.id = i.area_id
LEFT JOIN register_participation p ON p.intervention_id = i.id
LEFT JOIN people_card c ON c.id = p.card_id
WHERE i.voided_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_participation_outcome"),
        ("people", "0002_row_level_security"),
        ("network", "0002_who_acts"),
    ]
    operations = [
        migrations.RunSQL(
            [
                f"CREATE VIEW register_fact AS {BODY}",
                f"CREATE VIEW register_visible_fact WITH (security_invoker = true) AS {BODY}",
                "GRANT SELECT ON register_fact, register_projectshare TO ponte_measures",
            ],
            [
                "REVOKE SELECT ON register_projectshare FROM ponte_measures",
                "DROP VIEW register_visible_fact",
                "DROP VIEW register_fact",
            ],
        )
    ]
