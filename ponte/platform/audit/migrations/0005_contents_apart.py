# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an event says can be erased, while that it happened stays proved."""

import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from ponte.platform.database import roles
from ponte.platform.database.security import KeepAppendOnly, LetErase

ERASE = f"""
CREATE FUNCTION ponte_erase_audit_contents(events bigint[]) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
    erased bigint;
BEGIN
    PERFORM set_config('ponte.erasing', 'on', true);
    INSERT INTO audit_erasedcontent (event_id, digest)
    SELECT e.id, sha256(convert_to(jsonb_build_array(e.salt, e.reason, e.before, e.after)::text, 'UTF8'))
    FROM audit_auditevent e
    WHERE e.id = ANY(events) AND (e.reason <> '' OR e.before IS NOT NULL OR e.after IS NOT NULL)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS erased = ROW_COUNT;
    UPDATE audit_auditevent e SET reason = '', before = NULL, after = NULL, salt = NULL
    FROM audit_erasedcontent x WHERE x.event_id = e.id AND e.id = ANY(events) AND e.salt IS NOT NULL;
    PERFORM set_config('ponte.erasing', '', true);
    RETURN erased;
END $$;
REVOKE ALL ON FUNCTION ponte_erase_audit_contents(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ponte_erase_audit_contents(bigint[]) TO {roles.SYSTEM};
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0004_sealing'),
    ]

    operations = [
        migrations.AddField(
            model_name='auditevent',
            name='salt',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, null=True),
        ),
        migrations.AddField(
            model_name='seal',
            name='form',
            field=models.PositiveSmallIntegerField(db_default=1, default=2),
        ),
        migrations.CreateModel(
            name='ErasedContent',
            fields=[
                ('event', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='erased', serialize=False, to='audit.auditevent')),
                ('digest', models.BinaryField()),
                ('erased_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'verbose_name': 'contenuto cancellato',
                'verbose_name_plural': 'contenuti cancellati',
            },
        ),
        KeepAppendOnly("audit_erasedcontent"),
        LetErase("audit_auditevent", columns=("reason", "before", "after", "salt")),
        migrations.RunSQL(ERASE, "DROP FUNCTION ponte_erase_audit_contents(bigint[])"),
    ]
