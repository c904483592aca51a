# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The team of a service sees the frozen rows of its own work, as it sees its register; nobody else, and nobody writes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_frozen")]
    operations = [
        migrations.RunSQL(
            "CREATE POLICY team_rows ON reports_frozenfact FOR SELECT TO ponte_web "
            "USING (service_id = ANY((SELECT ponte_team_service_ids())::bigint[]))",
            "DROP POLICY team_rows ON reports_frozenfact",
        )
    ]
