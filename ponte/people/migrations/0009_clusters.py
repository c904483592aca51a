# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Clusters of cards that can be taken apart again exactly, and refuse what contradicts them.

Which person a card belongs to is a function of the decisions in force alone: no history of joining and
separating leaves a trace in it. A card remembers the person that it was registered with, and the person of a
cluster is that of its first card.
"""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

FORMER_SETTLE = import_module("ponte.people.migrations.0005_settle_persons").SETTLE

IN_FORCE = """
CREATE VIEW people_decision_in_force WITH (security_invoker = true) AS
SELECT d.* FROM people_identitydecision d
WHERE d.verdict <> 'undo'
AND NOT EXISTS (SELECT 1 FROM people_identitydecision u WHERE u.undoes_id = d.id)
AND NOT EXISTS (
    SELECT 1 FROM people_identitydecision later
    WHERE later.card_a_id = d.card_a_id AND later.card_b_id = d.card_b_id AND later.id > d.id
    AND later.verdict <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM people_identitydecision u WHERE u.undoes_id = later.id)
);
"""

# Asked past the policies, because the answer must not depend on who asks.
CARDS = """
-- Known to protected services and to no other: whoever is not in their teams must not learn that the card exists.
CREATE FUNCTION ponte_card_is_guarded(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = $1) AND NOT EXISTS (
    SELECT 1 FROM people_acquaintance a JOIN network_service s ON s.id = a.service_id
    WHERE a.card_id = $1 AND s.confidentiality <> 'protected'
);

-- Whoever acts may be told of the card: it is not guarded, or their own team guards it, or no user acts.
CREATE FUNCTION ponte_may_be_told(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN ponte_user_id() IS NULL OR NOT ponte_card_is_guarded($1) OR ponte_team_sees_card($1);
"""

HOUSEHOLD = """
-- Where the cards of one person name several households, the person counts with one of them: the one that was
-- chosen, else that of the first card. A household that only a protected service knows does not show in the
-- figures of others.
CREATE FUNCTION ponte_refresh_household(person bigint) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public AS $$
    WITH held AS (
        SELECT c.id, c.household_id, ponte_card_is_guarded(c.id) AS guarded FROM people_card c WHERE c.person_id = $1
    ), telling AS (
        SELECT id, household_id FROM held WHERE NOT guarded OR (SELECT bool_and(guarded) FROM held)
    ), found AS (
        SELECT CASE WHEN (SELECT count(*) FROM held) > 1 THEN COALESCE(
            (SELECT provider.household_id FROM people_valuechoice v
             JOIN telling provider ON provider.id = v.card_id
             JOIN people_decision_in_force d ON d.id = v.decision_id AND d.verdict = 'same'
             JOIN held a ON a.id = d.card_a_id
             JOIN held b ON b.id = d.card_b_id
             WHERE v.field = 'household' ORDER BY v.id DESC LIMIT 1),
            (SELECT household_id FROM telling WHERE household_id IS NOT NULL ORDER BY id LIMIT 1)
        ) END AS household_id
    )
    UPDATE people_person p SET household_id = found.household_id FROM found
    WHERE p.id = $1 AND p.household_id IS DISTINCT FROM found.household_id;
$$;

CREATE FUNCTION ponte_household_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM people_card c WHERE c.person_id = NEW.person_id AND c.id <> NEW.id) THEN
        PERFORM ponte_refresh_household(NEW.person_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER household_of_person AFTER UPDATE OF household_id ON people_card FOR EACH ROW
WHEN (OLD.household_id IS DISTINCT FROM NEW.household_id) EXECUTE FUNCTION ponte_household_changed();

CREATE FUNCTION ponte_value_chosen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
BEGIN
    PERFORM ponte_refresh_household(c.person_id) FROM people_card c WHERE c.id = NEW.card_id;
    RETURN NULL;
END $$;
CREATE TRIGGER household_of_person AFTER INSERT ON people_valuechoice FOR EACH ROW
WHEN (NEW.field = 'household') EXECUTE FUNCTION ponte_value_chosen();
"""

SETTLE = """
-- Gives every card that a change of the log about `touched` may concern the person that the log says.
--
-- The decisions in force that hold cards to be the same are taken in order, those about cards that only protected
-- services know last; one that would bring together two cards held to be different is left out. Returned are
-- those left out that stood until now, and those about `touched`: the caller refuses the change. A decision is not
-- returned where the one who acts may not be told of a card in it: their change stands, and the protected
-- service finds its own decision left out.
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
        array_agg(array_position(cards, d.card_b_id) ORDER BY d.id)
    INTO walls, wall_a, wall_b
    FROM people_decision_in_force d
    WHERE d.verdict = 'different' AND d.card_a_id = ANY(cards) AND d.card_b_id = ANY(cards);

    FOR edge IN
        SELECT d.id, d.card_a_id, d.card_b_id, array_position(cards, d.card_a_id) AS a,
            array_position(cards, d.card_b_id) AS b
        FROM people_decision_in_force d
        WHERE d.verdict = 'same' AND d.card_a_id = ANY(cards) AND d.card_b_id = ANY(cards)
        ORDER BY guarded[array_position(cards, d.card_a_id)] OR guarded[array_position(cards, d.card_b_id)], d.id
    LOOP
        x := least(roots[edge.a], roots[edge.b]);
        y := greatest(roots[edge.a], roots[edge.b]);
        CONTINUE WHEN x = y;
        SELECT w.id, cards[w.a] AS card_a, cards[w.b] AS card_b INTO barrier
        FROM unnest(walls, wall_a, wall_b) AS w(id, a, b)
        WHERE (roots[w.a] = x AND roots[w.b] = y) OR (roots[w.a] = y AND roots[w.b] = x)
        ORDER BY w.id LIMIT 1;
        IF FOUND THEN
            IF (persons[edge.a] = persons[edge.b] OR (cards[edge.a] = ANY(touched) AND cards[edge.b] = ANY(touched)))
                AND ponte_may_be_told(edge.card_a_id) AND ponte_may_be_told(edge.card_b_id)
                AND ponte_may_be_told(barrier.card_a) AND ponte_may_be_told(barrier.card_b)
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

DOCUMENTS = """
-- Documents of which a person has one at a time: kind, country and number of each that these cards hold. Two
-- codici fiscali that differ by letters put for digits (omocodia) are one.
CREATE FUNCTION ponte_telling_documents(cards bigint[])
RETURNS TABLE (card_id bigint, kind text, number text, issued_on date, expires_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i.card_id,
        CASE i.kind WHEN 'fiscal_code' THEN 'fiscal_code ' || length(v.value) WHEN 'permit' THEN 'permit'
            ELSE i.kind || ' ' || i.country END,
        CASE WHEN i.kind = 'fiscal_code' AND length(v.value) = 16 THEN
            left(v.value, 6) || translate(substr(v.value, 7, 2), 'LMNPQRSTUV', '0123456789')
            || substr(v.value, 9, 1) || translate(substr(v.value, 10, 2), 'LMNPQRSTUV', '0123456789')
            || substr(v.value, 12, 1) || translate(substr(v.value, 13, 3), 'LMNPQRSTUV', '0123456789')
            ELSE v.value END,
        i.issued_on, i.expires_on
    FROM people_cardidentifier i
    CROSS JOIN LATERAL (SELECT upper(regexp_replace(i.value, '[^[:alnum:]]', '', 'g')) AS value) AS v
    WHERE i.card_id = ANY(cards) AND v.value <> ''
    AND i.kind IN ('fiscal_code', 'passport', 'identity_card', 'permit');
$$;
REVOKE ALL ON FUNCTION ponte_telling_documents(bigint[]) FROM PUBLIC;

-- Where the documents of two persons contradict each other: both have one of a kind and country, none in common, and
-- they are not one the renewal of the other. Cards of which the one who acts may not be told are left aside.
CREATE FUNCTION ponte_contradicting_documents(one bigint, other bigint)
RETURNS TABLE (kind text, card_a bigint, card_b bigint) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
    WITH mine AS (
        SELECT * FROM ponte_telling_documents(ARRAY(
            SELECT c.id FROM people_card c WHERE ponte_may_be_told(c.id)
            AND c.person_id = (SELECT person_id FROM people_card WHERE id = $1)))
    ), theirs AS (
        SELECT * FROM ponte_telling_documents(ARRAY(
            SELECT c.id FROM people_card c WHERE ponte_may_be_told(c.id)
            AND c.person_id = (SELECT person_id FROM people_card WHERE id = $2)))
    )
    SELECT DISTINCT ON (x.kind) split_part(x.kind, ' ', 1), x.card_id, y.card_id
    FROM mine x JOIN theirs y ON x.kind = y.kind
    WHERE x.card_id <> y.card_id
    AND NOT EXISTS (SELECT 1 FROM mine a JOIN theirs b USING (kind, number) WHERE a.kind = x.kind)
    AND (x.kind LIKE 'fiscal_code%' OR (
        (x.expires_on <= y.issued_on + 365) IS NOT TRUE AND (y.expires_on <= x.issued_on + 365) IS NOT TRUE
    ))
    AND (SELECT person_id FROM people_card WHERE id = $1) <> (SELECT person_id FROM people_card WHERE id = $2)
    ORDER BY x.kind, x.card_id, y.card_id;
$$;
REVOKE ALL ON FUNCTION ponte_contradicting_documents(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_contradicting_documents(bigint, bigint) TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0008_known_names'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='household',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household'),
        ),
        migrations.AddField(
            model_name='identitydecision',
            name='batch',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='identitydecision',
            name='overrides',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('documents', 'uno dei documenti è sbagliato'), ('bridge', 'le schede sono state confrontate tutte')], max_length=9), blank=True, db_default=[], default=list, size=None, verbose_name='nonostante'),
        ),
        migrations.AddConstraint(
            model_name='identitydecision',
            constraint=models.CheckConstraint(condition=models.Q(('overrides', []), models.Q(('reason', ''), _negated=True), _connector='OR'), name='an_override_has_a_reason', violation_error_message='Scriva il motivo.'),
        ),
        migrations.AddIndex(
            model_name='identitydecision',
            index=models.Index(condition=models.Q(('batch__isnull', False)), fields=['batch'], name='decision_by_batch'),
        ),
        migrations.CreateModel(
            name='CardOrigin',
            fields=[
                ('card', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.card')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={'verbose_name': 'prima persona della scheda', 'verbose_name_plural': 'prime persone delle schede'},
        ),
        migrations.CreateModel(
            name='ValueChoice',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('field', models.CharField(choices=[('name', 'nome'), ('sex', 'sesso'), ('birth_date', 'data di nascita'), ('birth_place', 'luogo di nascita'), ('birth_country', 'paese di nascita'), ('needs_mediator', 'serve un mediatore'), ('phone', 'telefono'), ('email', 'e-mail'), ('preference', 'come preferisce essere contattato/a'), ('address', 'indirizzo'), ('area', 'comune'), ('education', 'titolo di studio'), ('employment', 'lavoro'), ('household', 'nucleo')], max_length=16, verbose_name='campo')),
                ('chosen_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.card')),
                ('chosen_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='people.identitydecision')),
            ],
            options={'verbose_name': 'valore scelto', 'verbose_name_plural': 'valori scelti'},
        ),
        migrations.RunSQL(IN_FORCE, "DROP VIEW people_decision_in_force"),
        migrations.RunSQL(CARDS, "DROP FUNCTION ponte_may_be_told(bigint); DROP FUNCTION ponte_card_is_guarded(bigint)"),
        migrations.RunSQL(
            HOUSEHOLD,
            "DROP TRIGGER household_of_person ON people_valuechoice; DROP TRIGGER household_of_person ON people_card; "
            "DROP FUNCTION ponte_value_chosen(); DROP FUNCTION ponte_household_changed(); "
            "DROP FUNCTION ponte_refresh_household(bigint)",
        ),
        migrations.RunSQL("DROP FUNCTION ponte_settle_persons(bigint[])", FORMER_SETTLE),
        migrations.RunSQL(SETTLE, "DROP FUNCTION ponte_settle_persons(bigint[])"),
        migrations.RunSQL(
            DOCUMENTS,
            "DROP FUNCTION ponte_contradicting_documents(bigint, bigint); DROP FUNCTION ponte_telling_documents(bigint[])",
        ),
        ProtectRows("people_cardorigin", visible="false"),
        ProtectRows(
            "people_valuechoice",
            visible="EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = people_valuechoice.card_id) "
            "AND EXISTS (SELECT 1 FROM people_identitydecision d WHERE d.id = decision_id)",
        ),
        KeepAppendOnly("people_valuechoice"),
    ]
