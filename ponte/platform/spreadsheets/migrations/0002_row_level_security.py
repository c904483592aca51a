# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever uploaded a file sees it; nobody else does."""

from django.db import migrations

from ponte.platform.database.security import ProtectRows


class Migration(migrations.Migration):
    dependencies = [("spreadsheets", "0001_import_runs")]
    operations = [
        ProtectRows(
            "spreadsheets_importrun",
            visible="uploaded_by_id = NULLIF(current_setting('ponte.user_id', true), '')::bigint",
        )
    ]
