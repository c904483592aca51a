# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An authorised disposal takes what the service keeps with the card."""

from django.db import migrations

from ponte.platform.database import roles
from ponte.platform.database.security import LetErase

ERASE = f"""
-- Erases the attachments of this disposal's service on its card; returns the names of the files that can go.
CREATE FUNCTION attachments_erase(disposal bigint) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
    d rights_disposal;
BEGIN
    SELECT * INTO d FROM rights_disposal WHERE id = disposal AND status = 'authorised' AND record_class <> 'notes';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing is erased that was not authorised' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('ponte.erasing', 'on', true);
    DELETE FROM attachments_attachmentremoval r USING attachments_attachment a
    WHERE a.id = r.attachment_id AND a.card_id = d.card_id AND a.service_id = d.service_id;
    RETURN QUERY DELETE FROM attachments_attachment a
    WHERE a.card_id = d.card_id AND a.service_id = d.service_id RETURNING a.file;
    PERFORM set_config('ponte.erasing', '', true);
END $$;
REVOKE ALL ON FUNCTION attachments_erase(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION attachments_erase(bigint) TO {roles.SYSTEM};
"""


class Migration(migrations.Migration):
    dependencies = [("attachments", "0002_row_level_security"), ("rights", "0003_erasing")]
    operations = [
        LetErase("attachments_attachment", rows=True),
        LetErase("attachments_attachmentremoval", rows=True),
        migrations.RunSQL(ERASE, "DROP FUNCTION attachments_erase(bigint)"),
    ]
