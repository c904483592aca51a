# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The trail's triggers fire whatever a session says of itself, and each event says where its actor stood."""

from django.db import migrations

# Ordinary triggers are silent for whoever says `session_replication_role = replica`.
ALWAYS = [
    f"ALTER TABLE {table} {{}} TRIGGER {trigger}"
    for table in ("audit_auditevent", "audit_seal")
    for trigger in ("refuse_change", "refuse_truncate")
]
# Not for rows of another time: those are being restored, as they were sealed.
SCOPES = """
CREATE FUNCTION ponte_scopes_of(bigint) RETURNS bigint[] LANGUAGE sql STABLE RETURN NULL::bigint[];
CREATE FUNCTION ponte_note_scopes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NEW.actor_id IS NOT NULL AND NEW.scopes IS NULL AND NEW.at = statement_timestamp() THEN
        NEW.scopes := ponte_scopes_of(NEW.actor_id);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER note_scopes BEFORE INSERT ON audit_auditevent FOR EACH ROW EXECUTE FUNCTION ponte_note_scopes();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_several_objects")]
    operations = [
        migrations.RunSQL(
            [statement.format("ENABLE ALWAYS") for statement in ALWAYS],
            [statement.format("ENABLE") for statement in ALWAYS],
        ),
        migrations.RunSQL(
            SCOPES,
            "DROP TRIGGER note_scopes ON audit_auditevent; DROP FUNCTION ponte_note_scopes(); "
            "DROP FUNCTION ponte_scopes_of(bigint);",
        ),
    ]
