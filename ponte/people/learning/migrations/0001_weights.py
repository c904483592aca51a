# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weights that were learnt from answers, and the database's part in learning: which answers count, and figures."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from ponte.platform.database import roles
from ponte.platform.database.security import KeepAppendOnly, OpenDoor, ProtectRows

GROUP = """
-- Whose names go wrong in the same ways: told by the script of the two cards' names, else by their citizenships.
CREATE FUNCTION learning_group(one bigint, other bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
    WITH said AS (
        SELECT string_agg(concat_ws(' ', native_name, given_name, family_name, chosen_name), ' ') AS names,
            array_agg(citizenships::text) AS citizenships
        FROM people_card WHERE id IN (one, other)
    ), spoken AS (
        SELECT names, string_to_array(translate(array_to_string(citizenships, ','), '{}', ''), ',') AS countries FROM said
    )
    SELECT CASE
        WHEN names ~ '[\u4E00-\u9FFF]' THEN 'chinese'
        WHEN names ~ '[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFF]' THEN 'arabic'
        WHEN names ~ '[\u0400-\u052F]' THEN 'cyrillic'
        WHEN names ~ '[\u0900-\u0DFF]' THEN 'indic'
        WHEN names ~ '[\u0370-\u03FF\u0530-\u05FF\u0E00-\u1FFF\u3040-\u30FF\uAC00-\uD7AF]' THEN 'other'
        WHEN countries && ARRAY['CN', 'TW', 'HK', 'MO'] THEN 'chinese'
        WHEN countries && ARRAY['MA', 'DZ', 'TN', 'EG', 'LY', 'SD', 'SY', 'LB', 'IQ', 'JO', 'PS', 'SA', 'YE', 'OM', 'AE',
            'QA', 'BH', 'KW', 'MR', 'IR', 'AF', 'PK'] THEN 'arabic'
        WHEN countries && ARRAY['UA', 'RU', 'BY', 'BG', 'RS', 'MK', 'KZ', 'KG', 'TJ', 'UZ'] THEN 'cyrillic'
        WHEN countries && ARRAY['BD', 'IN', 'LK', 'NP', 'BT'] THEN 'indic'
        ELSE 'latin' END
    FROM spoken
$$;
REVOKE ALL ON FUNCTION learning_group(bigint, bigint) FROM PUBLIC;

-- Kept when somebody answers: the cards may say something else later. Not for protected services, from whose answers
-- nothing is learnt.
CREATE FUNCTION learning_keep_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO learning_verdictgroup (verdict_id, "group")
    SELECT NEW.id, learning_group(p.card_a_id, p.card_b_id) FROM review_matchpair p
    WHERE p.id = NEW.pair_id AND p.guarded_by_id IS NULL AND NEW.answer IN ('same', 'different');
    RETURN NULL;
END $$;
CREATE TRIGGER group_of_verdict AFTER INSERT ON review_verdict FOR EACH ROW EXECUTE FUNCTION learning_keep_group();

INSERT INTO learning_verdictgroup (verdict_id, "group")
SELECT v.id, learning_group(p.card_a_id, p.card_b_id) FROM review_verdict v JOIN review_matchpair p ON p.id = v.pair_id
WHERE p.guarded_by_id IS NULL AND v.answer IN ('same', 'different');
"""

LESSONS = """
-- Pairs that came to the queues by comparison, apart from those of protected services.
CREATE VIEW learning_queued WITH (security_invoker = true) AS
SELECT p.id, p.card_a_id, p.card_b_id, p.score, p.band, p.drawn, p.status, p.answers_after
FROM review_matchpair p WHERE p.guarded_by_id IS NULL AND p.source <> 'manual' AND p.status <> 'moot';

-- Those that were decided by answers and not taken back, with the last answer that agrees. Not those that were joined
-- many at a time: nobody looked at them one by one, and they would only repeat what the weights said.
CREATE VIEW learning_lesson WITH (security_invoker = true) AS
SELECT DISTINCT ON (p.id) v.id AS verdict_id, hashint8(p.card_a_id) & 65535 AS fold, v.vector, v.score, v.band, p.drawn,
    v.answer = 'same' AS is_same, coalesce(g."group", 'latin') AS language_group
FROM learning_queued p JOIN review_verdict v ON v.pair_id = p.id AND v.answer = p.status AND v.id > p.answers_after
LEFT JOIN learning_verdictgroup g ON g.verdict_id = v.id
WHERE NOT EXISTS (
    SELECT 1 FROM people_decision_in_force d
    WHERE d.card_a_id = p.card_a_id AND d.card_b_id = p.card_b_id AND d.guarded_by_id IS NULL AND d.batch IS NOT NULL
)
ORDER BY p.id, v.id DESC;
"""

FIGURES = """
CREATE FUNCTION learning_may_choose() RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (
    SELECT 1 FROM network_membership m
    WHERE m.user_id = ponte_user_id() AND m.role IN ('network_manager', 'administrator')
);

-- How many decided pairs there are to learn from.
CREATE FUNCTION learning_counts() RETURNS TABLE (pairs bigint, same bigint, drawn bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT count(*), count(*) FILTER (WHERE l.is_same), count(*) FILTER (WHERE l.drawn = 'random')
    FROM learning_lesson l WHERE learning_may_choose()
$$;
REVOKE ALL ON FUNCTION learning_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learning_counts() TO ponte_web, ponte_system;

-- Of the pairs drawn by lot and decided, by band: how many are one person. What was joined and parted again counts as
-- two people.
CREATE FUNCTION learning_precision() RETURNS TABLE (band text, same bigint, decided bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT q.band, count(*) FILTER (WHERE q.status = 'same'), count(*) FROM learning_queued q
    WHERE q.drawn = 'random' AND q.status IN ('same', 'different', 'undone') AND learning_may_choose()
    GROUP BY q.band
$$;
REVOKE ALL ON FUNCTION learning_precision() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learning_precision() TO ponte_web, ponte_system;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0012_presence'),
        ('review', '0006_told_apart_at_intake'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='VerdictGroup',
            fields=[
                ('verdict', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='review.verdict')),
                ('group', models.CharField(choices=[('arabic', 'nomi in scrittura araba (arabo, urdu, persiano)'), ('chinese', 'nomi cinesi'), ('cyrillic', 'nomi in cirillico'), ('indic', "nomi in scritture dell'India e del Bangladesh"), ('other', 'nomi in altre scritture'), ('latin', 'nomi in lettere latine')], max_length=8)),
            ],
            options={
                'verbose_name': 'gruppo di una risposta',
                'verbose_name_plural': 'gruppi delle risposte',
            },
        ),
        migrations.CreateModel(
            name='LearntWeights',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(max_length=40, unique=True, verbose_name='versione')),
                ('weights', models.JSONField()),
                ('pairs', models.PositiveIntegerField()),
                ('last_verdict', models.BigIntegerField()),
                ('measured', models.JSONField()),
                ('is_no_worse', models.BooleanField()),
                ('proposed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'pesi appresi',
                'verbose_name_plural': 'pesi appresi',
            },
        ),
        migrations.CreateModel(
            name='WeightsChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('take', 'presi'), ('leave', 'lasciati')], max_length=5)),
                ('reason', models.CharField(max_length=300, verbose_name='motivo')),
                ('chosen_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('chosen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('weights', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='learning.learntweights')),
            ],
            options={
                'verbose_name': 'scelta dei pesi',
                'verbose_name_plural': 'scelte dei pesi',
                'constraints': [models.CheckConstraint(condition=models.Q(('act', 'take'), ('weights__isnull', False), _connector='OR'), name='delivered_weights_are_not_left')],
            },
        ),
        migrations.RunSQL(
            GROUP,
            "DROP TRIGGER group_of_verdict ON review_verdict; DROP FUNCTION learning_keep_group(); "
            "DROP FUNCTION learning_group(bigint, bigint)",
        ),
        migrations.RunSQL(LESSONS, "DROP VIEW learning_lesson; DROP VIEW learning_queued"),
        migrations.RunSQL(
            FIGURES,
            "DROP FUNCTION learning_precision(); DROP FUNCTION learning_counts(); DROP FUNCTION learning_may_choose()",
        ),
        ProtectRows("learning_verdictgroup", visible="false"),
        ProtectRows("learning_learntweights", visible="true", writable="false"),
        ProtectRows(
            "learning_weightschoice", visible="true", writable="learning_may_choose() AND chosen_by_id = ponte_user_id()"
        ),
        OpenDoor("learning_learntweights", role=roles.PRESENCE, visible="true"),
        OpenDoor("learning_weightschoice", role=roles.PRESENCE, visible="true"),
        KeepAppendOnly("learning_verdictgroup"),
        KeepAppendOnly("learning_learntweights"),
        KeepAppendOnly("learning_weightschoice"),
    ]
