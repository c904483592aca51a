# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person of several cards counts with one household, like with one person."""

from importlib import import_module

from django.db import migrations

FORMER = import_module("ponte.register.migrations.0005_facts").BODY
BODY = FORMER.replace("c.household_id,", "COALESCE(one.household_id, c.household_id) AS household_id,").replace(
    "LEFT JOIN people_card c ON c.id = p.card_id",
    "LEFT JOIN people_card c ON c.id = p.card_id\nLEFT JOIN people_person one ON one.id = c.person_id",
)


def views(body):
    return [
        f"CREATE OR REPLACE VIEW register_fact AS {body}",
        f"CREATE OR REPLACE VIEW register_visible_fact WITH (security_invoker = true) AS {body}",
    ]


class Migration(migrations.Migration):
    dependencies = [("register", "0009_work"), ("people", "0009_clusters")]
    operations = [migrations.RunSQL(views(BODY), views(FORMER))]
