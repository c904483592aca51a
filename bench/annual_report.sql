-- SPDX-FileCopyrightText: 2026 Ponte contributors
-- SPDX-License-Identifier: EUPL-1.2

-- The numbers of one organisation's annual report and of the year before, written for these indicators alone:
-- one pass over the interventions, one over the participations, and of each only the columns that are counted.
WITH section AS MATERIALIZED (
    SELECT
        row_number() OVER ()::int AS n,
        s.id,
        s.slug,
        earlier,
        CASE s.reporting_period
            WHEN 'school_year' THEN make_date(%(year)s - earlier, 9, 1) ELSE make_date(%(year)s - earlier, 1, 1)
        END AS since,
        CASE s.reporting_period
            WHEN 'school_year' THEN make_date(%(year)s - earlier + 1, 8, 31)
            ELSE make_date(%(year)s - earlier, 12, 31)
        END AS until,
        array_agg(i.measure || COALESCE('/' || NULLIF(i.by, ''), '')) AS asked,
        bool_or(i.filters ? 'role') AS students
    FROM network_service s
    CROSS JOIN generate_series(0, 1) AS earlier
    JOIN network_organisation o ON o.id = s.provider_id AND o.slug = %(organisation)s
    JOIN register_indicator i ON i.service_id = s.id
    GROUP BY s.id, earlier
), work AS MATERIALIZED (
    SELECT section.n, w.*
    FROM section CROSS JOIN LATERAL (
        SELECT i.id, i.kind, i.minutes, i.languages, i."group"
        FROM register_intervention i
        WHERE i.service_id = section.id AND i.date BETWEEN section.since AND section.until AND i.voided_at IS NULL
    ) AS w
), part AS MATERIALIZED (
    SELECT
        work.n, work.id, p.role, p.headcount, NULLIF(p.code, '') AS code, c.person_id, c.citizenships,
        work.kind = 'referral' OR p.referred_to <> '' OR p.referred_to_service_id IS NOT NULL AS referred,
        COALESCE(NULLIF(p."group", ''), NULLIF(work."group", '')) AS "group"
    FROM work
    LEFT JOIN register_participation p ON p.intervention_id = work.id
    LEFT JOIN people_card c ON c.id = p.card_id
), person AS MATERIALIZED (
    SELECT n, person_id, citizenships
    FROM part
    WHERE person_id IS NOT NULL
        AND n = ANY(ARRAY(SELECT n FROM section WHERE asked && ARRAY['people', 'people/citizenship']))
    GROUP BY n, person_id, citizenships
), attendee AS (
    SELECT n, role, 1 AS heads FROM part WHERE person_id IS NOT NULL GROUP BY n, role, id, person_id
    UNION ALL
    SELECT n, role, headcount FROM part WHERE person_id IS NULL AND headcount IS NOT NULL
    UNION ALL
    SELECT n, role, 1 FROM part
    WHERE person_id IS NULL AND headcount IS NULL AND code IS NOT NULL GROUP BY n, role, id, code
), numbers AS (
    SELECT n, 'interventions' AS measure, CASE WHEN GROUPING(kind) = 0 THEN 'kind' ELSE '' END AS by,
        kind AS key, count(*) AS value
    FROM work GROUP BY n, GROUPING SETS ((kind), ())
    UNION ALL
    SELECT n, 'hours', '', NULL, round(sum(minutes) / 60.0, 2) FROM work GROUP BY n
    UNION ALL
    SELECT n, 'hours', 'language', language, round(sum(minutes) / 60.0, 2)
    FROM work LEFT JOIN LATERAL unnest(languages) AS language ON true
    WHERE minutes IS NOT NULL AND n = ANY(ARRAY(SELECT n FROM section WHERE asked @> ARRAY['hours/language']))
    GROUP BY n, language
    UNION ALL
    SELECT n, 'staff', CASE WHEN GROUPING(language) = 0 THEN 'language' ELSE '' END,
        language, count(DISTINCT staffmember_id)
    FROM (
        SELECT DISTINCT n, language, staffmember_id
        FROM work JOIN register_intervention_staff m ON m.intervention_id = work.id
        LEFT JOIN LATERAL unnest(languages) AS language ON true
        WHERE n = ANY(ARRAY(SELECT n FROM section WHERE asked @> ARRAY['staff/language']))
    ) AS deliverer
    GROUP BY n, GROUPING SETS ((language), ())
    UNION ALL
    SELECT n, 'people', '', NULL, count(DISTINCT person_id) FROM person GROUP BY n
    UNION ALL
    SELECT n, 'people', 'citizenship', citizenship, count(DISTINCT person_id)
    FROM person LEFT JOIN LATERAL unnest(citizenships) AS citizenship ON true
    WHERE n = ANY(ARRAY(SELECT n FROM section WHERE asked @> ARRAY['people/citizenship']))
    GROUP BY n, citizenship
    UNION ALL
    SELECT n, 'referrals', '', NULL, sum(COALESCE(headcount, 1))
    FROM part WHERE referred AND n = ANY(ARRAY(SELECT n FROM section WHERE asked @> ARRAY['referrals'])) GROUP BY n
    UNION ALL
    SELECT n, 'groups', '', NULL, count(*)
    FROM (
        SELECT DISTINCT n, "group" FROM part
        WHERE "group" IS NOT NULL AND n = ANY(ARRAY(SELECT n FROM section WHERE asked @> ARRAY['groups']))
    ) AS class GROUP BY n
    UNION ALL
    SELECT n, 'attendees', 'role', NULLIF(role, ''), sum(heads) FROM attendee GROUP BY n, role
), all_numbers AS (
    SELECT n, measure, by, key, value FROM numbers
    UNION ALL
    SELECT n, 'attendees', '', NULL, sum(value) FROM numbers WHERE by = 'role' GROUP BY n
    UNION ALL
    SELECT n, 'attendees of student', '', NULL, value FROM numbers
    WHERE by = 'role' AND key = 'student' AND n = ANY(ARRAY(SELECT n FROM section WHERE students))
)
SELECT slug, earlier, measure, by, key, value FROM all_numbers JOIN section USING (n)
