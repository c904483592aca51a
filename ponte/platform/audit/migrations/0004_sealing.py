# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from ponte.platform.database import roles
from ponte.platform.database.security import KeepAppendOnly

# The lock is granted when no transaction that wrote an event is under way, and held until the caller's
# transaction ends: at that moment no lower id can still appear. A long import keeps it waiting: then nothing
# is settled now. Locking asks for a right that the system role does not have, hence the owner's function.
SETTLED = f"""
CREATE FUNCTION ponte_settled_audit_event() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET lock_timeout = '200ms' AS $$
BEGIN
    LOCK TABLE audit_auditevent IN SHARE MODE;
    RETURN (SELECT max(id) FROM audit_auditevent);
EXCEPTION WHEN lock_not_available THEN
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION ponte_settled_audit_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_settled_audit_event() TO {roles.SYSTEM};
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_seal")]
    operations = [
        KeepAppendOnly("audit_seal"),
        migrations.RunSQL(SETTLED, "DROP FUNCTION ponte_settled_audit_event()"),
    ]
