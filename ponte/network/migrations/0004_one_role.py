# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who comes with a token stands in one role alone: the database sees none of their others.

`ponte.membership_id` lives as long as the transaction, like `ponte.user_id`. Pages do not set it.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION ponte_membership_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('ponte.membership_id', true), '')::bigint;

-- Also where they are called with their owner's rights, past the policy below.
CREATE OR REPLACE FUNCTION ponte_team_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT m.service_id FROM network_membership m
    WHERE m.user_id = ponte_user_id() AND m.service_id IS NOT NULL
    AND (ponte_membership_id() IS NULL OR m.id = ponte_membership_id())
);
CREATE OR REPLACE FUNCTION ponte_overseen_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ponte_team_service_ids() || ARRAY(
    SELECT s.id FROM network_service s JOIN network_membership m ON m.organisation_id = s.provider_id
    WHERE m.user_id = ponte_user_id() AND (ponte_membership_id() IS NULL OR m.id = ponte_membership_id())
);
"""

BACK = """
CREATE OR REPLACE FUNCTION ponte_team_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT m.service_id FROM network_membership m
    WHERE m.user_id = ponte_user_id() AND m.service_id IS NOT NULL
);
CREATE OR REPLACE FUNCTION ponte_overseen_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ponte_team_service_ids() || ARRAY(
    SELECT s.id FROM network_service s JOIN network_membership m ON m.organisation_id = s.provider_id
    WHERE m.user_id = ponte_user_id()
);
DROP FUNCTION ponte_membership_id();
"""

POLICIES = [
    "ALTER TABLE network_membership ENABLE ROW LEVEL SECURITY",
    "CREATE POLICY everybody ON network_membership USING (true) WITH CHECK (true)",
    "CREATE POLICY one_role ON network_membership AS RESTRICTIVE FOR SELECT USING ("
    "ponte_membership_id() IS NULL OR user_id IS DISTINCT FROM ponte_user_id() OR id = ponte_membership_id())",
]


class Migration(migrations.Migration):
    dependencies = [("network", "0003_what_the_sources_tell")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        migrations.RunSQL(
            POLICIES,
            [
                "DROP POLICY one_role ON network_membership",
                "DROP POLICY everybody ON network_membership",
                "ALTER TABLE network_membership DISABLE ROW LEVEL SECURITY",
            ],
        ),
    ]
