# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from ponte.platform.database import roles


class Migration(migrations.Migration):
    dependencies = [("audit", "0007_guarded_trail")]

    operations = [
        # Whoever seals numbers seals itself, and tells the sequence afterwards. One that a crash moved ahead of them
        # would say for hours that seals are missing.
        migrations.RunSQL(
            f"GRANT UPDATE ON SEQUENCE audit_seal_id_seq TO {roles.SYSTEM}",
            f"REVOKE UPDATE ON SEQUENCE audit_seal_id_seq FROM {roles.SYSTEM}",
        )
    ]
