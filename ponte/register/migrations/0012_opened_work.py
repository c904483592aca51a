# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a service did with a person, for whoever that was opened to: dates, kinds and durations, and where it was
agreed the note, of work in which nobody else took part."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION register_opened_work(card bigint)
RETURNS TABLE (date date, kind text, minutes int, service_id bigint, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i.date, i.kind::text, i.minutes::int, CASE WHEN o.is_named THEN i.service_id END,
        CASE WHEN EXISTS (SELECT 1 FROM access_opened_services($1, 'notes') n WHERE n.service_id = i.service_id)
            AND NOT EXISTS (
                SELECT 1 FROM register_participation other
                WHERE other.intervention_id = i.id AND other.card_id IS DISTINCT FROM $1
            ) THEN t.text END
    FROM access_opened_services($1, 'activities') o
    JOIN register_intervention i ON i.service_id = o.service_id AND i.voided_at IS NULL
        AND i.id IN (SELECT p.intervention_id FROM register_participation p WHERE p.card_id = $1)
    LEFT JOIN register_interventionnote t ON t.intervention_id = i.id
    ORDER BY i.date DESC, i.id DESC
    LIMIT 200
$$;
REVOKE ALL ON FUNCTION register_opened_work(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register_opened_work(bigint) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0011_guarded_people"), ("access", "0002_rules")]
    operations = [migrations.RunSQL(FUNCTION, "DROP FUNCTION register_opened_work(bigint)")]
