# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from ponte.platform.database.security import KeepAppendOnly


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [KeepAppendOnly("audit_auditevent")]
