# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever knows one card only takes back what two sides decided, not what somebody decided who knows both."""

from importlib import import_module

from django.db import migrations

FIRST = import_module("ponte.people.review.migrations.0001_pairs")
FORMER = FIRST.DECIDE[FIRST.DECIDE.index("CREATE FUNCTION review_take_back"):FIRST.DECIDE.index("REVOKE ALL ON FUNCTION review_take_back")]

MAY = """
CREATE FUNCTION review_may_take_back(pair bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN review_is_mine($1) AND EXISTS (
    SELECT 1 FROM review_matchpair p WHERE p.id = $1 AND (
        p.guarded_by_id IS NOT NULL
        OR (review_knows(ponte_user_id(), p.card_a_id, NULL) AND review_knows(ponte_user_id(), p.card_b_id, NULL))
        OR NOT EXISTS (
            SELECT 1 FROM people_decision_in_force d
            WHERE d.card_a_id = p.card_a_id AND d.card_b_id = p.card_b_id AND d.guarded_by_id IS NULL
            AND review_knows(d.decided_by_id, d.card_a_id, NULL) AND review_knows(d.decided_by_id, d.card_b_id, NULL)
        )
    )
);
"""


def replaced(body):
    return body.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("review", "0003_figures")]
    operations = [
        migrations.RunSQL(MAY, "DROP FUNCTION review_may_take_back(bigint)"),
        migrations.RunSQL(replaced(FORMER).replace("review_is_mine", "review_may_take_back"), replaced(FORMER)),
    ]
