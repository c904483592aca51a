# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The one way by which an authorised disposal reaches into append-only tables."""

from django.db import migrations

from ponte.platform.database import roles
from ponte.platform.database.security import LetErase

ERASE = f"""
-- Erases what the service of this disposal holds on its card in tables that only take new rows; returns how many rows.
CREATE FUNCTION rights_erase(disposal bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
    d rights_disposal;
    whole boolean;
    erased bigint := 0;
    counted bigint;
BEGIN
    SELECT * INTO d FROM rights_disposal WHERE id = disposal AND status = 'authorised';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing is erased that was not authorised' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('ponte.erasing', 'on', true);
    IF d.record_class = 'notes' THEN
        UPDATE people_enrolmentevent v SET note = '' FROM people_enrolment e
        WHERE e.id = v.enrolment_id AND e.card_id = d.card_id AND e.service_id = d.service_id AND v.note <> '';
        GET DIAGNOSTICS erased = ROW_COUNT;
        PERFORM set_config('ponte.erasing', '', true);
        RETURN erased;
    END IF;
    whole := NOT EXISTS (
        SELECT 1 FROM people_acquaintance a WHERE a.card_id = d.card_id AND a.service_id <> d.service_id);
    DELETE FROM people_enrolmentevent v USING people_enrolment e
    WHERE e.id = v.enrolment_id AND e.card_id = d.card_id AND e.service_id = d.service_id;
    GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
    DELETE FROM rights_noticegiven WHERE card_id = d.card_id AND (service_id = d.service_id OR whole);
    GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
    DELETE FROM rights_agreement WHERE card_id = d.card_id AND (service_id = d.service_id OR whole);
    GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
    -- An override needs a reason to be there.
    UPDATE people_identitydecision SET reason = CASE WHEN cardinality(overrides) > 0 THEN '—' ELSE '' END
    WHERE d.card_id IN (card_a_id, card_b_id) AND reason <> '' AND (whole OR guarded_by_id = d.service_id);
    GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
    UPDATE review_verdict v SET note = '' FROM review_matchpair p
    WHERE p.id = v.pair_id AND d.card_id IN (p.card_a_id, p.card_b_id) AND v.note <> ''
    AND (whole OR p.guarded_by_id = d.service_id);
    GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
    IF whole THEN
        UPDATE people_toldapart SET more = '' WHERE d.card_id IN (card_a_id, card_b_id) AND more <> '';
        GET DIAGNOSTICS counted = ROW_COUNT; erased := erased + counted;
    END IF;
    PERFORM set_config('ponte.erasing', '', true);
    RETURN erased;
END $$;
REVOKE ALL ON FUNCTION rights_erase(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights_erase(bigint) TO {roles.SYSTEM};
"""


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0002_row_level_security"),
        ("review", "0006_told_apart_at_intake"),
        ("people", "0013_erased_cards"),
        ("audit", "0005_contents_apart"),
    ]
    operations = [
        LetErase("people_enrolmentevent", columns=("note",), rows=True),
        LetErase("people_identitydecision", columns=("reason",)),
        LetErase("people_toldapart", columns=("more",)),
        LetErase("review_verdict", columns=("note",)),
        LetErase("rights_noticegiven", rows=True),
        LetErase("rights_agreement", rows=True),
        migrations.RunSQL(ERASE, "DROP FUNCTION rights_erase(bigint)"),
    ]
