# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever writes the records of processing may say when the trail was last sealed, without reading it."""

from django.db import migrations

from ponte.platform.database import roles

LAST = f"""
CREATE FUNCTION rights_last_seal() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
RETURN (SELECT max(sealed_at) FROM audit_seal);
REVOKE ALL ON FUNCTION rights_last_seal() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights_last_seal() TO {roles.WEB}, {roles.SYSTEM};
"""


class Migration(migrations.Migration):
    dependencies = [("rights", "0006_kept_to_some"), ("audit", "0003_seal")]
    operations = [migrations.RunSQL(LAST, "DROP FUNCTION rights_last_seal()")]
