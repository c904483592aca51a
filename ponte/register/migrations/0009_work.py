# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the register counts of interventions alone, for figures to which it does not matter who took part."""

from django.db import migrations

VIEW = """
CREATE VIEW register_work AS
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
    ) AS shares
FROM register_intervention i
LEFT JOIN network_area a ON a.id = i.area_id
WHERE i.voided_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0008_index_covers_hours")]
    operations = [
        migrations.RunSQL(
            [VIEW, "GRANT SELECT ON register_work, register_intervention_staff TO ponte_measures"],
            ["REVOKE SELECT ON register_intervention_staff FROM ponte_measures", "DROP VIEW register_work"],
        )
    ]
