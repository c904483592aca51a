# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A request that a protected service received is told to no other protected service either."""

from importlib import import_module

from django.db import migrations

FORMER = import_module("ponte.people.rights.migrations.0002_row_level_security")
BEFORE = f"{FORMER.OPENLY} OR rights_is_officer() OR service_id = {FORMER.OVERSEEN} OR rights_protects_person(card_id)"
NOT_PROTECTED = (
    "EXISTS (SELECT 1 FROM network_service s WHERE s.id = service_id AND s.confidentiality <> 'protected')"
)
AFTER = BEFORE.replace("rights_protects_person", f"({NOT_PROTECTED}) AND rights_protects_person")


class Migration(migrations.Migration):
    dependencies = [("rights", "0004_planned")]
    operations = [
        migrations.RunSQL(
            f"ALTER POLICY web_rows ON rights_accessrequest USING ({AFTER})",
            f"ALTER POLICY web_rows ON rights_accessrequest USING ({BEFORE})",
        )
    ]
