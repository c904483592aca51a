# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The functions by which every row-level policy asks what the acting user's teams are."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION ponte_user_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('ponte.user_id', true), '')::bigint;

-- The services in whose team the acting user is: the ones whose people they may know.
CREATE FUNCTION ponte_team_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT m.service_id FROM network_membership m
    WHERE m.user_id = ponte_user_id() AND m.service_id IS NOT NULL
);

-- Those, and the services of the organisations that the user coordinates: whose work they may see, without people.
CREATE FUNCTION ponte_overseen_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ponte_team_service_ids() || ARRAY(
    SELECT s.id FROM network_service s JOIN network_membership m ON m.organisation_id = s.provider_id
    WHERE m.user_id = ponte_user_id()
);
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS,
            "DROP FUNCTION ponte_overseen_service_ids; DROP FUNCTION ponte_team_service_ids; "
            "DROP FUNCTION ponte_user_id;",
        )
    ]
