# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom a desk told apart at intake is not asked about again, also where it could not open the other card."""

from importlib import import_module

from django.db import migrations

FORMER = import_module("ponte.people.review.migrations.0001_pairs").PROPOSE
ANYWAY = "    WHERE anyway OR NOT EXISTS (\n"
TOLD_APART = (
    "    WHERE anyway OR NOT (c.circle IS NULL AND EXISTS (\n"
    "        SELECT 1 FROM people_toldapart t WHERE t.card_a_id = c.a AND t.card_b_id = c.b\n"
    "    )) AND NOT EXISTS (\n"
)


def replacing(function: str) -> str:
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("review", "0005_recognised"), ("people", "0012_presence")]
    operations = [migrations.RunSQL(replacing(FORMER.replace(ANYWAY, TOLD_APART)), replacing(FORMER))]
