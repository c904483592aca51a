# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a team keeps is seen by those of the team who may know the person, and by all who know the person where it
says so, as long as that service may be named."""

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"
# Row-level security of acquaintances leaves out those that are kept for others of the team.
KNOWN = (
    "EXISTS (SELECT 1 FROM people_acquaintance k "
    f"WHERE k.card_id = attachments_attachment.card_id AND k.service_id = {MY_SERVICES}{{}})"
)
OWN = KNOWN.format(" AND k.service_id = attachments_attachment.service_id")
FOR_ALL = f"for_all AND ponte_knows_openly(card_id, service_id) AND {KNOWN.format('')}"


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_initial"), ("people", "0014_guarded_people")]
    operations = [
        ProtectRows(
            "attachments_attachment",
            visible=f"({OWN}) OR ({FOR_ALL})",
            writable=f"{OWN} AND (NOT for_all OR ponte_knows_openly(card_id, service_id))",
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
