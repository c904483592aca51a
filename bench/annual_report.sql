-- SPDX-FileCopyrightText: 2026 Ponte contributors
-- SPDX-License-Identifier: EUPL-1.2

-- The numbers of one organisation's annual report and of the year before, written for these indicators alone:
-- one pass over the interventions, one over the participations, and of each only the columns that are counted.
WITH section AS (
    SELECT
        s.id,
        s.slug,
        earlier,
        CASE s.reporting_period
            WHEN 'school_year' THEN make_date(%(year)s - earlier, 9, 1) ELSE make_date(%(year)s - earlier, 1, 1)
        END AS since,
        CASE s.reporting_period
            WHEN 'school_year' THEN make_date(%(year)s - earlier + 1, 8, 31) ELSE make_date(%(year)s - earlier, 12, 31)
        END AS until,
        array_agg(DISTINCT n.measure || CASE WHEN n.by <> '' THEN '/' || n.by ELSE '' END) AS asked
    FROM network_service s
    CROSS JOIN generate_series(0, 1) AS earlier
    JOIN network_organisation o ON o.id = s.provider_id AND o.slug = %(organisation)s
    JOIN register_indicator n ON n.service_id = s.id
    GROUP BY s.id, earlier
), work AS MATERIALIZED (
    SELECT w.*, section.slug, section.earlier, section.asked
    FROM section CROSS JOIN LATERAL (
        SELECT i.id, i.kind, i.minutes, i.languages, i."group"
        FROM register_intervention i
        WHERE i.service_id = section.id AND i.date BETWEEN section.since AND section.until AND i.voided_at IS NULL
    ) AS w
), part AS MATERIALIZED (
    SELECT
        work.slug, work.earlier, work.asked, work.id, p.id AS row_id, p.role, p.headcount, p.code,
        c.person_id, c.citizenships,
        work.kind = 'referral' OR p.referred_to <> '' OR p.referred_to_service_id IS NOT NULL AS referred,
        COALESCE(NULLIF(p."group", ''), NULLIF(work."group", '')) AS "group"
    FROM work
    LEFT JOIN register_participation p ON p.intervention_id = work.id
    LEFT JOIN people_card c ON c.id = p.card_id
), person AS (
    SELECT slug, earlier, asked, person_id, citizenships
    FROM part WHERE person_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5
), attendee AS (
    SELECT slug, earlier, role, id, person_id, 1 AS heads
    FROM part WHERE person_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT slug, earlier, role, NULL, NULL, headcount FROM part WHERE person_id IS NULL AND headcount IS NOT NULL
    UNION ALL
    SELECT slug, earlier, role, NULL, NULL, 1 FROM part
    WHERE person_id IS NULL AND headcount IS NULL AND code <> '' GROUP BY 1, 2, 3, id, code
), numbers AS (
    SELECT slug, earlier, 'interventions' AS measure, CASE WHEN GROUPING(kind) = 0 THEN 'kind' ELSE '' END AS by,
        kind AS key, count(*) AS value
    FROM work GROUP BY slug, earlier, GROUPING SETS ((kind), ())
    UNION ALL
    SELECT slug, earlier, 'hours', '', NULL, round(sum(minutes) / 60.0, 2) FROM work GROUP BY slug, earlier
    UNION ALL
    SELECT slug, earlier, 'hours', 'language', language, round(sum(minutes) / 60.0, 2)
    FROM work LEFT JOIN LATERAL unnest(languages) AS language ON true
    WHERE asked @> ARRAY['hours/language'] AND minutes IS NOT NULL GROUP BY slug, earlier, language
    UNION ALL
    SELECT slug, earlier, 'staff', CASE WHEN GROUPING(language) = 0 THEN 'language' ELSE '' END,
        language, count(DISTINCT staffmember_id)
    FROM (
        SELECT DISTINCT slug, earlier, language, staffmember_id
        FROM work JOIN register_intervention_staff m ON m.intervention_id = work.id
        LEFT JOIN LATERAL unnest(languages) AS language ON true
        WHERE asked @> ARRAY['staff/language']
    ) AS deliverer
    GROUP BY slug, earlier, GROUPING SETS ((language), ())
    UNION ALL
    SELECT slug, earlier, 'people', '', NULL, count(DISTINCT person_id)
    FROM person WHERE asked && ARRAY['people', 'people/citizenship'] GROUP BY slug, earlier
    UNION ALL
    SELECT slug, earlier, 'people', 'citizenship', citizenship, count(DISTINCT person_id)
    FROM person LEFT JOIN LATERAL unnest(citizenships) AS citizenship ON true
    WHERE asked @> ARRAY['people/citizenship'] GROUP BY slug, earlier, citizenship
    UNION ALL
    SELECT slug, earlier, 'referrals', '', NULL, sum(COALESCE(headcount, 1))
    FROM part WHERE referred AND asked @> ARRAY['referrals'] GROUP BY slug, earlier
    UNION ALL
    SELECT slug, earlier, 'groups', '', NULL, count(DISTINCT "group")
    FROM part WHERE "group" IS NOT NULL AND asked @> ARRAY['groups'] GROUP BY slug, earlier
    UNION ALL
    SELECT slug, earlier, 'attendees', 'role', NULLIF(role, ''), sum(heads) FROM attendee GROUP BY slug, earlier, role
)
SELECT slug, earlier, measure, by, key, value FROM numbers
UNION ALL
SELECT slug, earlier, 'attendees', '', NULL, sum(value) FROM numbers WHERE by = 'role' GROUP BY slug, earlier
UNION ALL
SELECT slug, earlier, 'attendees of student', '', NULL, value
FROM numbers WHERE by = 'role' AND key = 'student' AND slug IN (
    SELECT slug FROM network_service s JOIN register_indicator n ON n.service_id = s.id AND n.filters ? 'role'
)
