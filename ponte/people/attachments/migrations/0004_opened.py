# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a share opens of the sender's files, as long as it is in force. An emergency opens none: a file may hold
anything, as a note may."""

from django.db import migrations

from ponte.platform.database import roles

OPENED = f"""
CREATE FUNCTION attachments_opened(card bigint)
RETURNS TABLE (id bigint, service_id bigint, file uuid, name text, note text, media_type text, size integer,
    added_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT a.id, CASE WHEN opened.is_named THEN a.service_id END, a.file, a.name, a.note, a.media_type, a.size,
        a.added_at
    FROM (
        SELECT s.sender_id, bool_or(s.names_sender) AS is_named FROM access_share s
        WHERE s.card_id = $1 AND s.receiver_id = ANY(ponte_team_service_ids())
        AND s.ended_at IS NULL AND s.until > now() AND 'files' = ANY(s.opens)
        GROUP BY s.sender_id
    ) AS opened
    JOIN attachments_attachment a ON a.card_id = $1 AND a.service_id = opened.sender_id
    WHERE NOT EXISTS (SELECT 1 FROM attachments_attachmentremoval r WHERE r.attachment_id = a.id)
    ORDER BY a.id DESC
$$;
REVOKE ALL ON FUNCTION attachments_opened(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION attachments_opened(bigint) TO {roles.WEB}, {roles.SYSTEM};
"""


class Migration(migrations.Migration):
    dependencies = [("attachments", "0003_erasing"), ("access", "0002_rules")]
    operations = [migrations.RunSQL(OPENED, "DROP FUNCTION attachments_opened(bigint)")]
