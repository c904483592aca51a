# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pairs of cards that may be one person, their places in the queues of services, and the answers.

The functions run with their owner's rights, because half of a pair is usually a card that whoever looks may
not see. Each asks for itself what the one who acts may know.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

MINE = "ANY((SELECT ponte_team_service_ids())::bigint[])"
GUARDED = "ponte_card_is_guarded"

KNOWS = """
-- Whether a member of a team knows the card: among others, not through a protected service; within a protected
-- service (`circle`), through that one or openly.
CREATE FUNCTION review_knows(who bigint, card bigint, circle bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_acquaintance a
    JOIN network_membership m ON m.service_id = a.service_id AND m.user_id = $1
    JOIN network_service s ON s.id = a.service_id
    WHERE a.card_id = $2 AND (s.confidentiality <> 'protected' OR s.id = $3)
);
"""

PLACES = """
CREATE FUNCTION review_place(urgent boolean, drawn text, score float8, lot float8) RETURNS float8
LANGUAGE sql IMMUTABLE RETURN CASE WHEN urgent THEN -1000000 ELSE 0 END + CASE drawn WHEN 'random' THEN lot ELSE -score END;

CREATE FUNCTION review_queue_pairs(pairs bigint[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public AS $$
    INSERT INTO review_queueplace (pair_id, service_id, drawn, place, is_open)
    SELECT p.id, a.service_id, p.drawn, review_place(p.is_urgent, p.drawn, p.score, p.lot), p.status IN ('open', 'waiting')
    FROM (
        SELECT id AS pair, card_a_id AS card FROM review_matchpair WHERE id = ANY($1)
        UNION ALL SELECT id, card_b_id FROM review_matchpair WHERE id = ANY($1)
    ) AS side
    JOIN review_matchpair p ON p.id = side.pair
    JOIN people_acquaintance a ON a.card_id = side.card
    JOIN network_service s ON s.id = a.service_id
    WHERE CASE WHEN p.guarded_by_id IS NULL THEN s.confidentiality <> 'protected' ELSE s.id = p.guarded_by_id END
    ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION review_queue_pairs(bigint[]) FROM PUBLIC;

CREATE FUNCTION review_pairs_come() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM review_queue_pairs(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END $$;
CREATE TRIGGER places_of_pair AFTER INSERT ON review_matchpair REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION review_pairs_come();

CREATE FUNCTION review_pairs_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE review_queueplace q
    SET place = review_place(p.is_urgent, p.drawn, p.score, p.lot), is_open = p.status IN ('open', 'waiting')
    FROM changed p WHERE q.pair_id = p.id;
    RETURN NULL;
END $$;
CREATE TRIGGER change_of_pair AFTER UPDATE ON review_matchpair REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION review_pairs_change();

-- A service that comes to know a card finds the pairs that wait about it.
CREATE FUNCTION review_card_known() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM review_queue_pairs(ARRAY(
        SELECT p.id FROM changed c JOIN review_matchpair p ON p.card_a_id = c.card_id
        UNION SELECT p.id FROM changed c JOIN review_matchpair p ON p.card_b_id = c.card_id
    ));
    RETURN NULL;
END $$;
CREATE TRIGGER places_of_known_card AFTER INSERT ON people_acquaintance REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION review_card_known();
"""

IN_STEP = """
-- Wherever a decision is taken, its pair follows; a protected service's decision closes only that service's pair.
CREATE FUNCTION review_follow_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE review_matchpair p
    SET status = CASE NEW.verdict WHEN 'undo' THEN 'undone' ELSE NEW.verdict END, closed_at = now(), is_urgent = false
    WHERE p.card_a_id = NEW.card_a_id AND p.card_b_id = NEW.card_b_id
    AND (p.guarded_by_id IS NOT DISTINCT FROM NEW.guarded_by_id
        OR (NEW.guarded_by_id IS NULL AND NEW.verdict = 'different' AND p.status IN ('open', 'waiting')));
    RETURN NULL;
END $$;
CREATE TRIGGER pair_of_decision AFTER INSERT ON people_identitydecision
FOR EACH ROW EXECUTE FUNCTION review_follow_decision();

-- Two cards of one person are asked about no more; again, once they part.
CREATE FUNCTION review_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE review_matchpair p
    SET status = CASE WHEN together THEN 'moot' ELSE 'open' END, closed_at = CASE WHEN together THEN now() END,
        is_urgent = false
    FROM (
        SELECT p.id, other.person_id = NEW.person_id AS together FROM review_matchpair p
        JOIN people_card other ON other.id = p.card_b_id WHERE p.card_a_id = NEW.id
        UNION
        SELECT p.id, other.person_id = NEW.person_id FROM review_matchpair p
        JOIN people_card other ON other.id = p.card_a_id WHERE p.card_b_id = NEW.id
    ) AS found
    WHERE p.id = found.id AND (CASE WHEN together THEN p.status IN ('open', 'waiting') ELSE p.status = 'moot' END);
    RETURN NULL;
END $$;
CREATE TRIGGER pairs_of_person AFTER UPDATE OF person_id ON people_card FOR EACH ROW
WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION review_follow_person();
"""

PROPOSE = f"""
-- Puts pairs where they may wait: among others where neither card is guarded, and with every protected service that
-- knows one of the cards. Left aside: cards of one person, pairs decided about, and persons held to be different.
-- The last two not where somebody joins cards by hand (`anyway`). A pair that still waits takes over the newer
-- comparison. Returns how many pairs are new.
CREATE FUNCTION review_propose(
    ones bigint[], others bigint[], scores float8[], bands text[], vectors text[], by_model text, from_source text,
    anyway boolean
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    known bigint;
    made bigint;
BEGIN
    SELECT coalesce(max(id), 0) INTO known FROM review_matchpair;
    WITH given AS (
        SELECT DISTINCT ON (least(g.a, g.b), greatest(g.a, g.b)) least(g.a, g.b) AS a, greatest(g.a, g.b) AS b,
            g.score, g.band, g.vector::smallint[] AS vector
        FROM unnest(ones, others, scores, bands, vectors) AS g(a, b, score, band, vector)
        WHERE g.a <> g.b ORDER BY 1, 2, g.score DESC
    ), apart AS (
        SELECT g.*, x.person_id AS person_a, y.person_id AS person_b, {GUARDED}(g.a) AS guarded_a, {GUARDED}(g.b) AS guarded_b
        FROM given g JOIN people_card x ON x.id = g.a JOIN people_card y ON y.id = g.b AND y.person_id <> x.person_id
    ), circles AS (
        SELECT a.*, NULL::bigint AS circle FROM apart a WHERE NOT (guarded_a OR guarded_b)
        UNION ALL
        SELECT DISTINCT ON (a.a, a.b, s.id) a.*, s.id FROM apart a
        JOIN people_acquaintance k ON k.card_id IN (a.a, a.b)
        JOIN network_service s ON s.id = k.service_id AND s.confidentiality = 'protected'
        WHERE (NOT guarded_a OR EXISTS (SELECT 1 FROM people_acquaintance o WHERE o.card_id = a.a AND o.service_id = s.id))
        AND (NOT guarded_b OR EXISTS (SELECT 1 FROM people_acquaintance o WHERE o.card_id = a.b AND o.service_id = s.id))
    )
    INSERT INTO review_matchpair AS there
        (card_a_id, card_b_id, guarded_by_id, score, band, vector, model, source, drawn, lot)
    SELECT c.a, c.b, c.circle, c.score, c.band, c.vector, by_model, from_source,
        CASE WHEN random() < 0.5 THEN 'random' ELSE 'certain' END, random()
    FROM circles c
    WHERE anyway OR NOT EXISTS (
        SELECT 1 FROM people_decision_in_force d WHERE d.card_a_id = c.a AND d.card_b_id = c.b
        AND (d.guarded_by_id IS NULL OR d.guarded_by_id = c.circle)
    ) AND NOT EXISTS (
        SELECT 1 FROM people_card x
        JOIN people_decision_in_force d ON d.verdict = 'different' AND x.id IN (d.card_a_id, d.card_b_id)
        JOIN people_card y ON y.id = CASE WHEN d.card_a_id = x.id THEN d.card_b_id ELSE d.card_a_id END
        WHERE x.person_id = c.person_a AND y.person_id = c.person_b
        AND (d.guarded_by_id IS NULL AND NOT {GUARDED}(x.id) AND NOT {GUARDED}(y.id) OR d.guarded_by_id = c.circle)
    )
    ON CONFLICT (card_a_id, card_b_id, guarded_by_id) DO UPDATE
    SET score = EXCLUDED.score, band = EXCLUDED.band, vector = EXCLUDED.vector, model = EXCLUDED.model
    WHERE there.status = 'open'
    AND (there.model, there.score, there.vector) IS DISTINCT FROM (EXCLUDED.model, EXCLUDED.score, EXCLUDED.vector);
    SELECT count(*) INTO made FROM review_matchpair WHERE id > known;
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION review_propose(bigint[], bigint[], float8[], text[], text[], text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_propose(bigint[], bigint[], float8[], text[], text[], text, text, boolean)
TO ponte_web, ponte_system;
"""

DECIDE = """
CREATE FUNCTION review_is_mine(pair bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM review_queueplace q WHERE q.pair_id = $1 AND q.service_id = ANY(ponte_team_service_ids())
);

-- Whether those who last gave this answer may decide: they know both cards between them; in a protected service, a
-- join takes two.
CREATE FUNCTION review_is_agreed(pair bigint, said text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
    WITH saying AS (
        SELECT given_by_id FROM (
            SELECT DISTINCT ON (v.given_by_id) v.given_by_id, v.answer FROM review_verdict v
            WHERE v.pair_id = $1 AND v.answer <> 'ask'
            AND v.id > (SELECT answers_after FROM review_matchpair WHERE id = $1) ORDER BY v.given_by_id, v.id DESC
        ) AS latest WHERE answer = $2
    )
    SELECT CASE
        WHEN p.guarded_by_id IS NULL THEN
            EXISTS (SELECT 1 FROM saying WHERE review_knows(given_by_id, p.card_a_id, NULL))
            AND EXISTS (SELECT 1 FROM saying WHERE review_knows(given_by_id, p.card_b_id, NULL))
        ELSE (SELECT count(*) FROM saying) >= CASE $2 WHEN 'same' THEN 2 ELSE 1 END
    END FROM review_matchpair p WHERE p.id = $1
$$;

-- The decision on which those who answered agree, also where none of them sees both cards.
CREATE FUNCTION review_decide(pair bigint, said text, why text, despite text[], in_batch uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    p review_matchpair;
    made bigint;
BEGIN
    SELECT * INTO p FROM review_matchpair WHERE id = pair;
    IF p.id IS NULL OR NOT review_is_mine(pair) OR said NOT IN ('same', 'different') OR NOT review_is_agreed(pair, said)
    THEN
        RAISE EXCEPTION 'this pair is not decided by whoever acts' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO people_identitydecision
        (card_a_id, card_b_id, verdict, reason, overrides, batch, guarded_by_id, decided_by_id)
    VALUES (p.card_a_id, p.card_b_id, said, why, despite, in_batch, p.guarded_by_id, ponte_user_id())
    RETURNING id INTO made;
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION review_decide(bigint, text, text, text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_decide(bigint, text, text, text[], uuid) TO ponte_web, ponte_system;

-- Takes back what was decided about a pair; whoever has it in their queue may. Nothing where nothing stands.
CREATE FUNCTION review_take_back(pair bigint, why text, in_batch uuid) RETURNS TABLE (made bigint, undone bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    d people_decision_in_force;
BEGIN
    IF NOT review_is_mine(pair) THEN
        RAISE EXCEPTION 'this pair is not decided by whoever acts' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT f.* INTO d FROM people_decision_in_force f JOIN review_matchpair p
    ON p.card_a_id = f.card_a_id AND p.card_b_id = f.card_b_id AND p.guarded_by_id IS NOT DISTINCT FROM f.guarded_by_id
    WHERE p.id = pair;
    IF d.id IS NOT NULL THEN
        INSERT INTO people_identitydecision
            (card_a_id, card_b_id, verdict, undoes_id, reason, overrides, batch, guarded_by_id, decided_by_id)
        VALUES (d.card_a_id, d.card_b_id, 'undo', d.id, why, '{}', in_batch, d.guarded_by_id, ponte_user_id())
        RETURNING id INTO made;
        undone := d.id;
        RETURN NEXT;
    END IF;
END $$;
REVOKE ALL ON FUNCTION review_take_back(bigint, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_take_back(bigint, text, uuid) TO ponte_web, ponte_system;
"""

OTHER_SIDE = """
-- Of each of these pairs that whoever acts has in their queue, the cards that they do not know, as far as they may be
-- told: of a card that shared services know, the name to call the person by, the year of birth, and whom to ask there; of one
-- that reserved services know, only that there is somebody to ask; of what protected services know, nothing.
CREATE FUNCTION review_other_sides(pairs bigint[])
RETURNS TABLE (pair_id bigint, card_id bigint, is_reserved boolean, name text, birth_year smallint, services jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.id, c.id, known.reserved, CASE WHEN known.shared IS NOT NULL THEN
            coalesce(nullif(trim(coalesce(nullif(c.chosen_name, ''), c.given_name) || ' ' || c.family_name), ''), c.native_name)
        END, CASE WHEN known.shared IS NOT NULL THEN c.birth_year END, coalesce(known.shared, '[]'::jsonb)
    FROM review_matchpair p
    JOIN people_card c ON c.id IN (p.card_a_id, p.card_b_id)
    CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(s.confidentiality = 'reserved'), false) AS reserved,
            jsonb_agg(jsonb_build_object(
                'name', s.name, 'provider', o.name, 'phone', coalesce(nullif(s.phone, ''), o.phone), 'referent', (
                    SELECT u.name FROM people_enrolment e JOIN accounts_user u ON u.id = e.referent_id
                    WHERE e.card_id = c.id AND e.service_id = s.id AND u.is_active
                    ORDER BY e.closed_on IS NULL DESC, e.opened_on DESC LIMIT 1
                )) ORDER BY s.position, s.name) FILTER (WHERE s.confidentiality = 'shared') AS shared
        FROM people_acquaintance a JOIN network_service s ON s.id = a.service_id
        JOIN network_organisation o ON o.id = s.provider_id
        WHERE a.card_id = c.id AND s.confidentiality <> 'protected'
    ) AS known
    WHERE p.id = ANY($1) AND review_is_mine(p.id) AND NOT review_knows(ponte_user_id(), c.id, p.guarded_by_id)
$$;
REVOKE ALL ON FUNCTION review_other_sides(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_other_sides(bigint[]) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0010_guarded_decisions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MatchPair',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('score', models.FloatField(verbose_name='punteggio')),
                ('band', models.CharField(choices=[('same', 'stessa persona'), ('likely', 'probabile'), ('possible', 'possibile'), ('unlikely', 'improbabile')], max_length=8, verbose_name='fascia')),
                ('vector', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), size=None)),
                ('model', models.CharField(max_length=40)),
                ('source', models.CharField(choices=[('dedupe', 'confronto di tutto il registro'), ('import', 'importazione'), ('intake', 'accoglienza'), ('search', 'ricerca'), ('manual', 'unione a mano')], max_length=6, verbose_name='da dove')),
                ('drawn', models.CharField(choices=[('certain', 'le più certe'), ('random', 'estratte a sorte')], max_length=7)),
                ('lot', models.FloatField()),
                ('status', models.CharField(choices=[('open', 'da guardare'), ('waiting', "in attesa di un'altra persona"), ('same', 'stessa persona'), ('different', 'persone diverse'), ('undone', 'decisione annullata'), ('moot', 'già una persona sola')], db_default='open', default='open', max_length=9, verbose_name='stato')),
                ('answers_after', models.BigIntegerField(db_default=0, default=0)),
                ('is_urgent', models.BooleanField(db_default=False, default=False)),
                ('proposed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('closed_at', models.DateTimeField(null=True)),
                ('card_a', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.card')),
                ('card_b', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.card')),
                ('guarded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'coppia da confrontare',
                'verbose_name_plural': 'coppie da confrontare',
            },
        ),
        migrations.CreateModel(
            name='QueuePlace',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('drawn', models.CharField(max_length=7)),
                ('place', models.FloatField()),
                ('is_open', models.BooleanField()),
                ('pair', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='places', to='review.matchpair')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'posto in coda',
                'verbose_name_plural': 'posti in coda',
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('answer', models.CharField(choices=[('same', 'stessa persona'), ('different', 'persone diverse'), ('unsure', 'non so'), ('ask', "chiede all'altra équipe")], max_length=9, verbose_name='risposta')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='nota')),
                ('score', models.FloatField()),
                ('band', models.CharField(max_length=8)),
                ('vector', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), size=None)),
                ('model', models.CharField(max_length=40)),
                ('given_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('given_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pair', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='review.matchpair')),
            ],
            options={
                'verbose_name': 'risposta',
                'verbose_name_plural': 'risposte',
            },
        ),
        migrations.AddConstraint(
            model_name='matchpair',
            constraint=models.CheckConstraint(condition=models.Q(('card_a__lt', models.F('card_b'))), name='pair_names_the_lower_card_first'),
        ),
        migrations.AddConstraint(
            model_name='matchpair',
            constraint=models.UniqueConstraint(fields=('card_a', 'card_b', 'guarded_by'), name='one_pair_of_two_cards', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='matchpair',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['open', 'waiting']), ('closed_at__isnull', False), _connector='XOR'), name='a_pair_is_closed_when_it_no_longer_waits'),
        ),
        migrations.AddIndex(
            model_name='queueplace',
            index=models.Index(condition=models.Q(('is_open', True)), fields=['service', 'drawn', 'place'], name='queue_of_service'),
        ),
        migrations.AddConstraint(
            model_name='queueplace',
            constraint=models.UniqueConstraint(fields=('pair', 'service'), name='one_place_per_pair_and_service'),
        ),
        migrations.AddIndex(
            model_name='verdict',
            index=models.Index(fields=['pair', 'given_by', 'id'], name='verdict_of_pair'),
        ),
        migrations.RunSQL(KNOWS, "DROP FUNCTION review_knows(bigint, bigint, bigint)"),
        migrations.RunSQL(
            PLACES,
            "DROP TRIGGER places_of_known_card ON people_acquaintance; DROP FUNCTION review_card_known(); "
            "DROP TRIGGER change_of_pair ON review_matchpair; DROP FUNCTION review_pairs_change(); "
            "DROP TRIGGER places_of_pair ON review_matchpair; DROP FUNCTION review_pairs_come(); "
            "DROP FUNCTION review_queue_pairs(bigint[]); DROP FUNCTION review_place(boolean, text, float8, float8)",
        ),
        migrations.RunSQL(
            IN_STEP,
            "DROP TRIGGER pairs_of_person ON people_card; DROP FUNCTION review_follow_person(); "
            "DROP TRIGGER pair_of_decision ON people_identitydecision; DROP FUNCTION review_follow_decision()",
        ),
        migrations.RunSQL(
            PROPOSE,
            "DROP FUNCTION review_propose(bigint[], bigint[], float8[], text[], text[], text, text, boolean)",
        ),
        migrations.RunSQL(
            DECIDE,
            "DROP FUNCTION review_take_back(bigint, text, uuid); "
            "DROP FUNCTION review_decide(bigint, text, text, text[], uuid); "
            "DROP FUNCTION review_is_agreed(bigint, text); DROP FUNCTION review_is_mine(bigint)",
        ),
        migrations.RunSQL(OTHER_SIDE, "DROP FUNCTION review_other_sides(bigint[])"),
        ProtectRows("review_queueplace", visible=f"service_id = {MINE}", writable="false"),
        ProtectRows(
            "review_matchpair",
            visible="EXISTS (SELECT 1 FROM review_queueplace q WHERE q.pair_id = review_matchpair.id)",
        ),
        ProtectRows(
            "review_verdict",
            visible="EXISTS (SELECT 1 FROM review_matchpair p WHERE p.id = pair_id)",
            writable="given_by_id = ponte_user_id() AND EXISTS (SELECT 1 FROM review_matchpair p WHERE p.id = pair_id)",
        ),
        KeepAppendOnly("review_verdict"),
    ]
