# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A service to which thousands of cards are shared: which are opened is looked up in a hash made once in each statement,
where every row was compared with the whole array."""

from importlib import import_module

from django.db import migrations

RULES = import_module("ponte.people.access.migrations.0002_rules")


def among(column: str, part: str) -> str:
    return f"{column} IN (SELECT unnest(access_opened_card_ids('{part}')))"


def policy(table: str, condition: str) -> str:
    return f"ALTER POLICY opened_rows ON {table} USING ({condition})"


class Migration(migrations.Migration):
    dependencies = [("access", "0006_nobody_knows")]
    operations = [
        migrations.RunSQL(
            policy(table, among("people_card.id" if table == "people_card" else "card_id", part)),
            policy(table, condition.format(cards=RULES.CARDS, documents=RULES.DOCUMENTS)),
        )
        for table, condition in RULES.OPENED.items()
        for part in ["documents" if "{documents}" in condition else "card"]
    ]
