# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""All that is held on a person, composed for them, waits encrypted until they take it."""

from django.db import migrations

from ponte.platform.vault.fields import EncryptedBytesField
from ponte.platform.vault.migrating import EncryptColumn

TABLE, COLUMNS = "rights_accessfile", ("pdf", "json")


class Migration(migrations.Migration):
    dependencies = [("rights", "0008_without_erased")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField("accessfile", column, EncryptedBytesField(null=True)) for column in COLUMNS
            ],
            database_operations=[
                migrations.RunSQL(
                    f"ALTER TABLE {TABLE} ALTER COLUMN {column} TYPE text USING encode({column}, 'base64')",
                    # What was encrypted is not decrypted again: it is composed anew.
                    f"ALTER TABLE {TABLE} ALTER COLUMN {column} TYPE bytea USING NULL",
                )
                for column in COLUMNS
            ],
        ),
        *(EncryptColumn(TABLE, column) for column in COLUMNS),
    ]
