# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people were told and agreed to is for those who know them: not for a team that is kept from knowing, nor for
whoever only reads a card that was shared."""

from importlib import import_module

from django.db import migrations

from ponte.platform.database import roles

GUARDED = import_module("ponte.people.migrations.0014_guarded_people")
KNOWN = "EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = {table}.card_id)"
OFFICER = "(SELECT rights_is_officer())"
OVERSEEN = "service_id = ANY((SELECT ponte_overseen_service_ids())::bigint[])"


def kept(table: str, *, otherwise: str = "") -> migrations.RunSQL:
    known = KNOWN.format(table=table)
    unhidden = GUARDED.unhidden(f"{table}.card_id", f"{table}.service_id")
    condition = f"({known}{otherwise}) AND ({unhidden})"
    return migrations.RunSQL(
        f"CREATE POLICY kept_rows ON {table} AS RESTRICTIVE FOR ALL TO {roles.WEB} USING ({condition})",
        f"DROP POLICY kept_rows ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("access", "0002_rules"), ("rights", "0002_row_level_security")]
    operations = [
        *(kept(f"rights_{name}") for name in ("noticegiven", "agreement", "correction", "restriction")),
        kept(
            "rights_accessrequest",
            otherwise=f" OR {OFFICER} OR {OVERSEEN} OR rights_protects_person(rights_accessrequest.card_id)",
        ),
        kept("rights_disposal", otherwise=f" OR {OFFICER} OR {OVERSEEN}"),
    ]
