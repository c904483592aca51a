# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a team keeps is seen by the team, and by all who know the person where it says so."""

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"
KNOWN = f"EXISTS (SELECT 1 FROM people_acquaintance k WHERE k.card_id = {{}} AND k.service_id = {MY_SERVICES})"


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_initial")]
    operations = [
        ProtectRows(
            "attachments_attachment",
            visible=f"service_id = {MY_SERVICES} "
            f"OR (for_all AND {KNOWN.format('attachments_attachment.card_id')})",
            writable=f"service_id = {MY_SERVICES} AND {KNOWN.format('attachments_attachment.card_id')}",
        ),
        ProtectRows(
            "attachments_attachmentremoval",
            visible="EXISTS (SELECT 1 FROM attachments_attachment a WHERE a.id = attachment_id)",
            writable="EXISTS (SELECT 1 FROM attachments_attachment a "
            f"WHERE a.id = attachment_id AND a.service_id = {MY_SERVICES})",
        ),
        KeepAppendOnly("attachments_attachment"),
        KeepAppendOnly("attachments_attachmentremoval"),
    ]
