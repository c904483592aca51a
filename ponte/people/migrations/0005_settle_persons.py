# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which cards are one person follows from the log of decisions, also where cards are involved that the actor may not see."""

from django.db import migrations

SETTLE = """
-- Gives every card that a change of the log about these cards may concern the person that the log says.
-- The decision in force about a pair is the latest that was not taken back. A person never holds two cards
-- that are held to be different: such a change is refused.
CREATE FUNCTION ponte_settle_persons(start bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    component record;
    kept bigint;
    taken bigint[] := '{}';
BEGIN
    -- One settlement at a time: two that overlap would each see half of the other.
    PERFORM pg_advisory_xact_lock(hashtext('ponte_settle_persons'));

    CREATE TEMP TABLE in_force ON COMMIT DROP AS
    WITH RECURSIVE concerned(card) AS (
        SELECT c.id FROM people_card c
        WHERE c.person_id IN (SELECT person_id FROM people_card WHERE id = ANY(start))
        UNION
        SELECT CASE WHEN d.card_a_id = concerned.card THEN d.card_b_id ELSE d.card_a_id END
        FROM people_identitydecision d JOIN concerned ON concerned.card IN (d.card_a_id, d.card_b_id)
        WHERE d.verdict = 'same'
    ), latest AS (
        SELECT DISTINCT ON (d.card_a_id, d.card_b_id) d.card_a_id AS a, d.card_b_id AS b, d.verdict
        FROM people_identitydecision d
        WHERE d.verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM people_identitydecision u WHERE u.undoes_id = d.id)
          AND (d.card_a_id IN (SELECT card FROM concerned) OR d.card_b_id IN (SELECT card FROM concerned))
        ORDER BY d.card_a_id, d.card_b_id, d.id DESC
    )
    SELECT a, b, verdict FROM latest
    UNION ALL SELECT card, card, 'same' FROM concerned;

    CREATE TEMP TABLE settled ON COMMIT DROP AS
    WITH RECURSIVE reach(root, card) AS (
        SELECT a, b FROM in_force WHERE a = b
        UNION
        SELECT reach.root, CASE WHEN f.a = reach.card THEN f.b ELSE f.a END
        FROM reach JOIN in_force f ON f.verdict = 'same' AND reach.card IN (f.a, f.b)
    )
    SELECT card, min(root) AS root FROM reach GROUP BY card;

    IF EXISTS (
        SELECT 1 FROM in_force f JOIN settled x ON x.card = f.a JOIN settled y ON y.card = f.b
        WHERE f.verdict = 'different' AND x.root = y.root
    ) THEN
        RAISE EXCEPTION 'cards that are held to be different cannot be one person'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'different_cards_are_not_one_person';
    END IF;

    FOR component IN SELECT root, array_agg(card) AS cards FROM settled GROUP BY root ORDER BY root LOOP
        SELECT min(person_id) INTO kept FROM people_card
        WHERE id = ANY(component.cards) AND person_id <> ALL(taken);
        IF kept IS NULL THEN
            INSERT INTO people_person DEFAULT VALUES RETURNING id INTO kept;
        END IF;
        taken := taken || kept;
        UPDATE people_card SET person_id = kept WHERE id = ANY(component.cards) AND person_id <> kept;
    END LOOP;
    DROP TABLE in_force, settled;
END $$;
REVOKE ALL ON FUNCTION ponte_settle_persons(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_settle_persons(bigint[]) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0004_households_from_files")]
    operations = [migrations.RunSQL(SETTLE, "DROP FUNCTION ponte_settle_persons(bigint[])")]
