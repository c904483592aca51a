# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a protected service decides about people whom others know as well is seen by its own team only."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

FORMER = import_module("ponte.people.migrations.0009_clusters")
MINE = "ANY((SELECT ponte_team_service_ids())::bigint[])"

IN_FORCE = """
CREATE VIEW people_decision_in_force WITH (security_invoker = true) AS
SELECT d.* FROM people_identitydecision d
WHERE d.verdict <> 'undo'
AND NOT EXISTS (SELECT 1 FROM people_identitydecision u WHERE u.undoes_id = d.id)
AND NOT EXISTS (
    SELECT 1 FROM people_identitydecision later
    WHERE later.card_a_id = d.card_a_id AND later.card_b_id = d.card_b_id AND later.id > d.id
    AND later.guarded_by_id IS NOT DISTINCT FROM d.guarded_by_id
    AND later.verdict <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM people_identitydecision u WHERE u.undoes_id = later.id)
);
"""

TOLD = """
CREATE FUNCTION ponte_may_be_told_of_decision(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_identitydecision d WHERE d.id = $1
    AND (d.guarded_by_id IS NULL OR ponte_user_id() IS NULL OR d.guarded_by_id = ANY(ponte_team_service_ids()))
    AND ponte_may_be_told(d.card_a_id) AND ponte_may_be_told(d.card_b_id)
);
"""

SETTLE = """
-- Gives every card that a change of the log about `touched` may concern the person that the log says.
--
-- The decisions in force that hold cards to be the same are taken in order, those that only a protected service may
-- know of last; one that would bring together two cards held to be different is left out. What only a protected
-- service may know of holds against its own decisions alone. Returned are those left out that stood until now, and
-- those about `touched`: the caller refuses the change. A decision is not returned where the one who acts may not be
-- told of it: their change stands, and the protected service finds its own decision left out.
CREATE FUNCTION ponte_settle_persons(touched bigint[])
RETURNS TABLE (left_out bigint, wall bigint) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    cards bigint[];
    persons bigint[];
    guarded boolean[];
    origins bigint[] := '{}';
    roots int[];
    walls bigint[];
    wall_a int[];
    wall_b int[];
    wall_quiet boolean[];
    edge record;
    barrier record;
    origin bigint;
    x int;
    y int;
    settled bigint[];
    person bigint;
BEGIN
    -- One settlement at a time: two that overlap would each see half of the other.
    PERFORM pg_advisory_xact_lock(hashtext('ponte_settle_persons'));

    WITH RECURSIVE concerned(card) AS (
        SELECT c.id FROM people_card c
        WHERE c.person_id IN (SELECT person_id FROM people_card WHERE id = ANY(touched))
        UNION
        SELECT linked.card FROM concerned, LATERAL (
            SELECT d.card_b_id AS card FROM people_decision_in_force d
            WHERE d.card_a_id = concerned.card AND d.verdict = 'same'
            UNION ALL
            SELECT d.card_a_id FROM people_decision_in_force d
            WHERE d.card_b_id = concerned.card AND d.verdict = 'same'
        ) AS linked
    )
    SELECT array_agg(c.id ORDER BY c.id), array_agg(c.person_id ORDER BY c.id),
        array_agg(ponte_card_is_guarded(c.id) ORDER BY c.id), array_agg(numbered.number ORDER BY c.id)
    INTO cards, persons, guarded, roots
    FROM (SELECT concerned.card, (row_number() OVER (ORDER BY concerned.card))::int AS number FROM concerned) AS numbered
    JOIN people_card c ON c.id = numbered.card;

    SELECT COALESCE(array_agg(d.id ORDER BY d.id), '{}'),
        array_agg(array_position(cards, d.card_a_id) ORDER BY d.id),
        array_agg(array_position(cards, d.card_b_id) ORDER BY d.id),
        array_agg(d.guarded_by_id IS NOT NULL OR guarded[array_position(cards, d.card_a_id)]
            OR guarded[array_position(cards, d.card_b_id)] ORDER BY d.id)
    INTO walls, wall_a, wall_b, wall_quiet
    FROM people_decision_in_force d
    WHERE d.verdict = 'different' AND d.card_a_id = ANY(cards) AND d.card_b_id = ANY(cards);

    FOR edge IN
        SELECT d.id, d.card_a_id, d.card_b_id, array_position(cards, d.card_a_id) AS a,
            array_position(cards, d.card_b_id) AS b,
            d.guarded_by_id IS NOT NULL OR guarded[array_position(cards, d.card_a_id)]
                OR guarded[array_position(cards, d.card_b_id)] AS quiet
        FROM people_decision_in_force d
        WHERE d.verdict = 'same' AND d.card_a_id = ANY(cards) AND d.card_b_id = ANY(cards)
        ORDER BY quiet, d.id
    LOOP
        x := least(roots[edge.a], roots[edge.b]);
        y := greatest(roots[edge.a], roots[edge.b]);
        CONTINUE WHEN x = y;
        SELECT w.id INTO barrier
        FROM unnest(walls, wall_a, wall_b, wall_quiet) AS w(id, a, b, quiet)
        WHERE ((roots[w.a] = x AND roots[w.b] = y) OR (roots[w.a] = y AND roots[w.b] = x))
        AND (edge.quiet OR NOT w.quiet)
        ORDER BY w.id LIMIT 1;
        IF FOUND THEN
            IF (persons[edge.a] = persons[edge.b] OR (cards[edge.a] = ANY(touched) AND cards[edge.b] = ANY(touched)))
                AND ponte_may_be_told_of_decision(edge.id) AND ponte_may_be_told_of_decision(barrier.id)
            THEN
                left_out := edge.id;
                wall := barrier.id;
                RETURN NEXT;
            END IF;
            CONTINUE;
        END IF;
        roots := array_replace(roots, y, x);
    END LOOP;

    IF cardinality(cards) > 1 THEN
        FOR i IN 1 .. cardinality(cards) LOOP
            SELECT o.person_id INTO origin FROM people_cardorigin o WHERE o.card_id = cards[i];
            IF NOT FOUND THEN
                origin := persons[i];
                IF origin = ANY(origins) OR EXISTS (SELECT 1 FROM people_cardorigin o WHERE o.person_id = origin) THEN
                    INSERT INTO people_person DEFAULT VALUES RETURNING id INTO origin;
                END IF;
                INSERT INTO people_cardorigin (card_id, person_id) VALUES (cards[i], origin);
            END IF;
            origins := origins || origin;
        END LOOP;
        -- The first card that is not guarded, so that what a protected service decides moves nobody else's card.
        SELECT array_agg(origins[first.card] ORDER BY one.i) INTO settled
        FROM unnest(roots) WITH ORDINALITY AS one(root, i)
        CROSS JOIN LATERAL (
            SELECT other.i::int AS card FROM unnest(roots) WITH ORDINALITY AS other(root, i)
            WHERE other.root = one.root ORDER BY guarded[other.i::int], other.i LIMIT 1
        ) AS first;
        UPDATE people_card c SET person_id = moved.person_id
        FROM unnest(cards, settled) AS moved(card_id, person_id)
        WHERE c.id = moved.card_id AND c.person_id <> moved.person_id;
        FOR person IN SELECT DISTINCT unnest(persons || settled) LOOP
            PERFORM ponte_refresh_household(person);
        END LOOP;
    END IF;
END $$;
REVOKE ALL ON FUNCTION ponte_settle_persons(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_settle_persons(bigint[]) TO ponte_web, ponte_system;
"""


def known(card):
    return f"EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = {card} AND a.service_id = {MINE})"


BOTH = f"{known('card_a_id')} AND {known('card_b_id')}"


def policy(condition):
    return f"ALTER POLICY web_rows ON people_identitydecision USING ({condition}) WITH CHECK ({condition})"


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0009_clusters'),
    ]

    operations = [
        # A view keeps the columns that there were when it was made.
        migrations.RunSQL("DROP VIEW people_decision_in_force", FORMER.IN_FORCE),
        migrations.AddField(
            model_name='identitydecision',
            name='guarded_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service'),
        ),
        migrations.RunSQL(IN_FORCE, "DROP VIEW people_decision_in_force"),
        migrations.RunSQL(
            policy(f"CASE WHEN guarded_by_id IS NULL THEN {BOTH} ELSE guarded_by_id = {MINE} END"), policy(BOTH)
        ),
        migrations.RunSQL(TOLD, "DROP FUNCTION ponte_may_be_told_of_decision(bigint)"),
        migrations.RunSQL(
            SETTLE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
            FORMER.SETTLE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        ),
    ]
