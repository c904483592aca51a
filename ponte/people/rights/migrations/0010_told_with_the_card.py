# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever reads a card that a share or an emergency opens is told that its use is restricted (art. 19): by a function,
because a policy cannot leave out which service noted it, nor its note."""

from importlib import import_module

from django.db import migrations

THEN = import_module("ponte.people.rights.migrations.0006_kept_to_some")

# What is told: what services noted whose work is opened, and what a shared service noted, as to all who know the
# person. A service is named where whatever opens the card names it.
TOLD = """
CREATE FUNCTION rights_opened_restrictions(cards bigint[])
RETURNS TABLE (id bigint, card_id bigint, kind varchar, ground varchar, since date, service_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT r.id, r.card_id, r.kind, r.ground, r.since, CASE WHEN o.is_named THEN r.service_id END
    FROM rights_restriction r JOIN network_service s ON s.id = r.service_id
    LEFT JOIN LATERAL access_opened_services(r.card_id, 'card') o ON o.service_id = r.service_id
    WHERE r.lifted_at IS NULL AND r.card_id = ANY($1)
    AND r.card_id = ANY((SELECT access_opened_card_ids('card'))::bigint[])
    AND (o.service_id IS NOT NULL OR (s.confidentiality = 'shared' AND ponte_knows_openly(r.card_id, r.service_id)))
$$;
REVOKE ALL ON FUNCTION rights_opened_restrictions(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights_opened_restrictions(bigint[]) TO ponte_web, ponte_system;
"""


def condition(readers: str) -> str:
    return f"({THEN.mine('rights_restriction')}) OR ({THEN.OPEN} AND {readers})"


class Migration(migrations.Migration):
    dependencies = [("rights", "0009_encrypted_answers"), ("access", "0005_files_in_shares")]
    operations = [
        migrations.RunSQL(TOLD, "DROP FUNCTION rights_opened_restrictions(bigint[])"),
        # The rows are for those who know the person, as `kept_rows` says.
        migrations.RunSQL(
            *(
                f"ALTER POLICY web_rows ON rights_restriction USING ({condition(readers)})"
                for readers in (THEN.GUARDED.known("rights_restriction.card_id"), THEN.READS)
            )
        ),
    ]
