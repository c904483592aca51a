# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures about pairs and cards for those who answer for a service and see nobody: counts, and nothing else."""

from django.db import migrations

FIGURES = """
-- Whether whoever acts may read figures of the service: they coordinate it or its organisation, or manage the network.
CREATE FUNCTION review_may_count(service bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (
    SELECT 1 FROM network_membership m JOIN network_service s ON s.id = $1
    WHERE m.user_id = ponte_user_id() AND (
        m.role = 'network_manager'
        OR m.role = 'coordinator' AND (m.service_id = s.id OR m.organisation_id = s.provider_id)
    )
);

-- Of each of these services, how many pairs came to its queue and what became of them. A pair of two services counts
-- for both; in the row without a service, once.
CREATE FUNCTION review_pair_figures(services bigint[])
RETURNS TABLE (service_id bigint, found bigint, waiting bigint, same bigint, different bigint, undone bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH mine AS (
        SELECT q.service_id, p.id, p.status FROM review_queueplace q JOIN review_matchpair p ON p.id = q.pair_id
        WHERE q.service_id = ANY($1) AND review_may_count(q.service_id)
    )
    SELECT m.service_id, count(DISTINCT m.id), count(DISTINCT m.id) FILTER (WHERE m.status IN ('open', 'waiting')),
        count(DISTINCT m.id) FILTER (WHERE m.status = 'same'), count(DISTINCT m.id) FILTER (WHERE m.status = 'different'),
        count(DISTINCT m.id) FILTER (WHERE m.status = 'undone')
    FROM mine m GROUP BY GROUPING SETS ((m.service_id), ())
$$;
REVOKE ALL ON FUNCTION review_pair_figures(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_pair_figures(bigint[]) TO ponte_web, ponte_system;

-- Of the pairs drawn by lot and decided, by band: how many are one person. What was joined and parted again counts as
-- two people.
CREATE FUNCTION review_precision(services bigint[]) RETURNS TABLE (band text, same bigint, decided bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.band, count(*) FILTER (WHERE p.status = 'same'), count(*) FROM review_matchpair p
    WHERE p.drawn = 'random' AND p.status IN ('same', 'different', 'undone') AND p.source <> 'manual' AND EXISTS (
        SELECT 1 FROM review_queueplace q
        WHERE q.pair_id = p.id AND q.service_id = ANY($1) AND review_may_count(q.service_id)
    ) GROUP BY p.band
$$;
REVOKE ALL ON FUNCTION review_precision(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_precision(bigint[]) TO ponte_web, ponte_system;

-- Of the cards that each of these services registered since a day: how many, and how many lack what.
CREATE FUNCTION review_missing(services bigint[], since date)
RETURNS TABLE (
    service_id bigint, cards bigint, birth_date bigint, sex bigint, citizenships bigint, languages bigint,
    phone bigint, area bigint, needs_mediator bigint
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.registered_by_id, count(*), count(*) FILTER (WHERE c.birth_year IS NULL), count(*) FILTER (WHERE c.sex = ''),
        count(*) FILTER (WHERE c.citizenships = '{}'), count(*) FILTER (WHERE c.languages = '{}'),
        count(*) FILTER (WHERE c.phone = ''), count(*) FILTER (WHERE c.area_id IS NULL),
        count(*) FILTER (WHERE c.needs_mediator IS NULL)
    FROM people_card c
    WHERE c.registered_by_id = ANY(ARRAY(SELECT s FROM unnest($1) AS s WHERE review_may_count(s)))
    AND c.created_at >= $2
    GROUP BY c.registered_by_id
$$;
REVOKE ALL ON FUNCTION review_missing(bigint[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_missing(bigint[], date) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0002_who_knows")]
    operations = [
        migrations.RunSQL(
            FIGURES,
            "DROP FUNCTION review_missing(bigint[], date); DROP FUNCTION review_precision(bigint[]); "
            "DROP FUNCTION review_pair_figures(bigint[]); DROP FUNCTION review_may_count(bigint)",
        )
    ]
