# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A service keeps a person from those of its own team: whoever coordinates or looks after data is told, by number, what
other services wrote, also where their own team keeps the same person from them."""

from importlib import import_module

from django.db import migrations

BY_PERSON = import_module("ponte.people.access.migrations.0004_by_person")
FORMER = BY_PERSON.FUNCTIONS.split("\n\n")[0].strip().replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
WHOSE = "a.card_id = $1 AND a.service_id = $2"
NOW = FORMER.replace(WHOSE, f"{WHOSE} AND $2 = ANY(ponte_team_service_ids())")


class Migration(migrations.Migration):
    dependencies = [("access", "0007_many_opened")]
    operations = [migrations.RunSQL(NOW, FORMER)]
