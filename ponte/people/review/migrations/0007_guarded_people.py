# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a service keeps for some of its team waits in no queue of that team, and is told to nobody."""

from importlib import import_module

from django.db import migrations

FIRST = import_module("ponte.people.review.migrations.0001_pairs")
WHO = import_module("ponte.people.review.migrations.0002_who_knows").WHO_KNOWS
QUEUE = FIRST.PLACES[FIRST.PLACES.index("CREATE FUNCTION review_queue_pairs"):FIRST.PLACES.index("REVOKE ALL")]
OTHER_SIDE = FIRST.OTHER_SIDE[:FIRST.OTHER_SIDE.index("REVOKE ALL")]
WHO_KNOWS = WHO[:WHO.index("REVOKE ALL")]

CHANGES = [
    (FIRST.KNOWS, "WHERE a.card_id = $2 AND (", "WHERE a.card_id = $2 AND (a.guarded_for IS NULL OR $1 = ANY(a.guarded_for)) AND ("),
    (QUEUE, "    WHERE CASE", "    WHERE a.guarded_for IS NULL AND CASE"),
    (OTHER_SIDE, "s.confidentiality <> 'protected'", "s.confidentiality <> 'protected' AND a.guarded_for IS NULL"),
    (WHO_KNOWS, "WHERE a.card_id = ANY($1) AND",
     "WHERE a.card_id = ANY($1) AND (a.guarded_for IS NULL OR ponte_user_id() = ANY(a.guarded_for)) AND"),
]  # fmt: skip

LEAVE = """
-- Pairs about a card leave the queue of a service that keeps it for some, and all queues where nobody knows it openly;
-- they come back when it does.
CREATE FUNCTION review_card_guarded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    pairs bigint[];
BEGIN
    SELECT array_agg(p.id) INTO pairs FROM review_matchpair p WHERE NEW.card_id IN (p.card_a_id, p.card_b_id);
    DELETE FROM review_queueplace q USING review_matchpair p
    WHERE p.id = q.pair_id AND p.id = ANY(pairs)
    AND (q.service_id = NEW.service_id OR (p.guarded_by_id IS NULL AND ponte_card_is_guarded(NEW.card_id)));
    IF NOT ponte_card_is_guarded(NEW.card_id) THEN
        PERFORM review_queue_pairs(pairs);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER places_of_guarded_card AFTER UPDATE OF guarded_for ON people_acquaintance FOR EACH ROW
WHEN (OLD.guarded_for IS DISTINCT FROM NEW.guarded_for) EXECUTE FUNCTION review_card_guarded();
"""


def replacing(function: str) -> str:
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("review", "0006_told_apart_at_intake"), ("people", "0014_guarded_people")]
    operations = [
        *(
            migrations.RunSQL(replacing(text.replace(before, after)), replacing(text))
            for text, before, after in CHANGES
        ),
        migrations.RunSQL(
            LEAVE, "DROP TRIGGER places_of_guarded_card ON people_acquaintance; DROP FUNCTION review_card_guarded()"
        ),
    ]
