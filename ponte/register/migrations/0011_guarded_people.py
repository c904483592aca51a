# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""That a person took part, and what was written about it, is for those of the team who may know of the person."""

from importlib import import_module

from django.db import migrations

OF_MY_TEAM = import_module("ponte.register.migrations.0002_row_level_security").OF_MY_TEAM
HIDDEN = "(SELECT ponte_hidden_card_ids())::bigint[]"
PARTICIPATION = (
    f"{OF_MY_TEAM[:-1]} AND ((card_id = ANY({HIDDEN})) IS NOT TRUE OR EXISTS ("
    "SELECT 1 FROM people_acquaintance a WHERE a.card_id = register_participation.card_id "
    "AND a.service_id = i.service_id)))"
)
# The participations of hidden people cannot be asked for under their own policy.
WHOLE = f"{OF_MY_TEAM} AND (cardinality({HIDDEN}) = 0 OR register_is_seen_whole(intervention_id))"

FUNCTION = """
-- Nobody took part whom the service keeps from the acting user.
CREATE FUNCTION register_is_seen_whole(intervention bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN NOT EXISTS (
    SELECT 1 FROM register_participation p JOIN register_intervention i ON i.id = p.intervention_id
    JOIN people_acquaintance a ON a.card_id = p.card_id AND a.service_id = i.service_id
    WHERE p.intervention_id = $1 AND a.guarded_for IS NOT NULL AND ponte_user_id() <> ALL(a.guarded_for)
);
"""


def policy(table, condition):
    return f"ALTER POLICY web_rows ON {table} USING ({condition}) WITH CHECK ({condition})"


TABLES = [
    ("register_participation", PARTICIPATION),
    ("register_interventionnote", WHOLE),
    ("register_interventionversion", WHOLE),
]


class Migration(migrations.Migration):
    dependencies = [("register", "0010_household_of_person"), ("people", "0014_guarded_people")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION register_is_seen_whole(bigint)"),
        *(
            migrations.RunSQL(policy(table, condition), policy(table, OF_MY_TEAM))
            for table, condition in TABLES
        ),
    ]
