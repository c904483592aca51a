# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Former states of an intervention lose what they say of a person, by an authorised disposal only."""

from django.db import migrations

from ponte.platform.database import roles
from ponte.platform.database.security import LetErase

REWRITE = f"""
CREATE FUNCTION register_rewrite_version(disposal bigint, version bigint, said jsonb, why text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM rights_disposal d
        JOIN register_interventionversion v ON v.id = $2
        JOIN register_intervention i ON i.id = v.intervention_id AND i.service_id = d.service_id
        WHERE d.id = $1 AND d.status = 'authorised' AND (
            EXISTS (SELECT 1 FROM register_participation p WHERE p.intervention_id = i.id AND p.card_id = d.card_id)
            OR EXISTS (SELECT 1 FROM register_interventionversion w WHERE w.intervention_id = i.id
                AND w.state->'participations' @> jsonb_build_array(jsonb_build_object('card_id', d.card_id))))
    ) THEN
        RAISE EXCEPTION 'nothing is erased that was not authorised' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('ponte.erasing', 'on', true);
    UPDATE register_interventionversion SET state = $3, reason = $4 WHERE id = $2;
    PERFORM set_config('ponte.erasing', '', true);
END $$;
REVOKE ALL ON FUNCTION register_rewrite_version(bigint, bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register_rewrite_version(bigint, bigint, jsonb, text) TO {roles.SYSTEM};
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0012_opened_work"), ("rights", "0003_erasing")]
    operations = [
        LetErase("register_interventionversion", columns=("state", "reason")),
        migrations.RunSQL(REWRITE, "DROP FUNCTION register_rewrite_version(bigint, bigint, jsonb, text)"),
    ]
