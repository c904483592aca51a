# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A team sees its register whole; who coordinates its organisation sees the work without the people."""

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly, ProtectRows

MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"
OF_MY_TEAM = (
    "EXISTS (SELECT 1 FROM register_intervention i "
    f"WHERE i.id = intervention_id AND i.service_id = {MY_SERVICES})"
)


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial"), ("people", "0002_row_level_security")]
    operations = [
        ProtectRows(
            "register_intervention",
            visible="service_id = ANY((SELECT ponte_overseen_service_ids())::bigint[])",
            writable=f"service_id = {MY_SERVICES}",
        ),
        *(
            ProtectRows(table, visible=OF_MY_TEAM)
            for table in (
                "register_interventionnote",
                "register_participation",
                "register_interventionversion",
            )
        ),
        KeepAppendOnly("register_interventionversion"),
    ]
