# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The two questions of recognition, with plans that are kept: row-level security in each table they touch makes
planning them take longer than answering. They run as whoever asks, who is answered of the cards that they may see."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION ponte_cards_sharing(asked bigint[], most integer)
RETURNS TABLE (key bigint, cards integer, card_id bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH wanted AS (
        SELECT a.key, f.cards, coalesce(sum(f.cards) OVER (ORDER BY f.cards NULLS FIRST, a.key), 0) <= most AS is_read
        FROM unnest(asked) AS a(key) LEFT JOIN people_frequentkey f ON f.key = a.key
    )
    SELECT w.key, w.cards, found.card_id::bigint FROM wanted w LEFT JOIN LATERAL (
        SELECT k.card_id FROM people_matchkey k WHERE k.key = w.key AND w.is_read LIMIT most
    ) AS found ON true
    UNION ALL SELECT NULL, reltuples::integer, NULL FROM pg_class WHERE oid = 'people_card'::regclass;
END $$;
COMMENT ON FUNCTION ponte_cards_sharing(bigint[], integer) IS
    'Each key with how many cards share it, where they are many, and with those cards, rare keys first, as long as '
    'they are not too many. A null key stands for all cards.';

CREATE FUNCTION ponte_described_cards(wanted bigint[])
RETURNS TABLE (
    id bigint, given_name text, family_name text, native_name text, chosen_name text, sex text, birth_year integer,
    birth_month integer, birth_day integer, birth_place text, birth_country text, citizenships text[], phone text,
    email text, address text, postcode text, area text, household_id bigint, names text[], phones text[],
    emails text[], codes text[], documents text[], person_id bigint
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT c.id::bigint, c.given_name::text, c.family_name::text, c.native_name::text, c.chosen_name::text,
        c.sex::text, c.birth_year::integer, c.birth_month::integer, c.birth_day::integer, c.birth_place::text,
        c.birth_country::text, c.citizenships::text[], c.phone::text, c.email::text, c.address::text,
        c.postcode::text, a.name::text, c.household_id::bigint,
        ARRAY(SELECT n.name::text FROM people_cardname n WHERE n.card_id = c.id ORDER BY n.id),
        ARRAY(SELECT t.value::text FROM people_cardcontact t WHERE t.card_id = c.id AND t.kind = 'phone'
            ORDER BY t.id),
        ARRAY(SELECT t.value::text FROM people_cardcontact t WHERE t.card_id = c.id AND t.kind = 'email'
            ORDER BY t.id),
        ARRAY(SELECT d.value::text FROM people_cardidentifier d WHERE d.card_id = c.id
            AND d.kind = 'fiscal_code' ORDER BY d.id),
        ARRAY(SELECT d.value::text FROM people_cardidentifier d WHERE d.card_id = c.id
            AND d.kind <> 'fiscal_code' AND d.value <> '' ORDER BY d.id),
        c.person_id::bigint
    FROM people_card c LEFT JOIN network_area a ON a.id = c.area_id WHERE c.id = ANY(wanted);
END $$;
COMMENT ON FUNCTION ponte_described_cards(bigint[]) IS 'What is compared of these cards.';
"""
BACK = """
DROP FUNCTION ponte_described_cards(bigint[]);
DROP FUNCTION ponte_cards_sharing(bigint[], integer);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0015_encrypted_texts'),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
    ]
