# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person whom a service kept to some of its team, none of whom works there any more: two people let others know of
them. The database asks for both, and tells neither who the person is."""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from ponte.platform.database import roles
from ponte.platform.database.security import ProtectRows

GUARDED = import_module("ponte.people.migrations.0014_guarded_people")
ME = "(SELECT ponte_user_id())"
COORDINATED = "ANY((SELECT access_coordinated_service_ids())::bigint[])"
AUDITOR = "(SELECT access_is_auditor())"

FUNCTIONS = """
CREATE FUNCTION access_coordinated_service_ids() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT s.id FROM network_service s JOIN network_membership m ON m.service_id = s.id OR m.organisation_id = s.provider_id
    WHERE m.user_id = ponte_user_id() AND m.role = 'coordinator'
);

-- Of these users, who works in the service's team and can sign in.
CREATE FUNCTION access_still_there(service bigint, users bigint[]) RETURNS bigint[] LANGUAGE sql STABLE
RETURN ARRAY(
    SELECT DISTINCT m.user_id FROM network_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.service_id = $1 AND m.user_id = ANY($2) AND u.is_active ORDER BY m.user_id
);

-- By the code of their card, to whoever may propose or decide. Who they were kept for is told to the one who decides.
CREATE FUNCTION access_orphans() RETURNS TABLE (protection_id bigint, service_id bigint, code text, since timestamptz,
    were bigint[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.id, p.service_id, c.code, p.at, CASE WHEN access_is_auditor() THEN p.kept_for ELSE '{}' END
    FROM access_protection p JOIN people_card c ON c.id = p.card_id
    WHERE p.ended_at IS NULL AND (access_is_auditor() OR p.service_id = ANY(access_coordinated_service_ids()))
    AND access_still_there(p.service_id, p.kept_for) = '{}'
    ORDER BY p.at, p.id
$$;

-- How many people of each service nobody but this user still knows: before they leave, to them and to whoever lets them go.
CREATE FUNCTION access_known_to_alone(someone bigint) RETURNS TABLE (service_id bigint, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.service_id, count(*) FROM access_protection p
    WHERE p.ended_at IS NULL AND $1 = ANY(p.kept_for) AND access_still_there(p.service_id, p.kept_for) = ARRAY[$1]
    AND (
        $1 = ponte_user_id() OR p.service_id = ANY(access_coordinated_service_ids()) OR EXISTS (
            SELECT 1 FROM network_membership m WHERE m.user_id = ponte_user_id() AND m.role = 'administrator')
    )
    GROUP BY 1 ORDER BY 1
$$;

-- Does what was proposed and authorised, by two people, and returns the card's number.
CREATE FUNCTION access_reopen(reopening bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
    r access_reopening;
    p access_protection;
BEGIN
    SELECT * INTO r FROM access_reopening WHERE id = $1 AND is_authorised
    AND decided_by_id = ponte_user_id() AND proposed_by_id <> ponte_user_id();
    SELECT * INTO p FROM access_protection WHERE id = r.protection_id AND ended_at IS NULL FOR UPDATE;
    IF p.id IS NULL OR NOT access_is_auditor() OR access_still_there(p.service_id, p.kept_for) <> '{}'
    OR cardinality(r.members) < 2 OR cardinality(access_still_there(p.service_id, r.members)) < cardinality(r.members) THEN
        RAISE EXCEPTION 'whom a service keeps to some is opened to others by two people, where none of those is left'
            USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE access_protection SET ended_at = now(), ended_by_id = r.decided_by_id WHERE id = p.id;
    INSERT INTO access_protection (card_id, service_id, kept_for, reason, by_id)
    VALUES (p.card_id, p.service_id, r.members, r.reason, r.proposed_by_id);
    UPDATE people_acquaintance SET guarded_for = r.members WHERE card_id = p.card_id AND service_id = p.service_id;
    RETURN p.card_id;
END $$;

CREATE FUNCTION access_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decision text[] := ARRAY['is_authorised', 'answer', 'decided_by_id', 'decided_at'];
BEGIN
    IF current_user = 'ponte_web' AND (
        to_jsonb(OLD) - decision <> to_jsonb(NEW) - decision OR OLD.decided_at IS NOT NULL OR NEW.decided_at IS NULL
        OR NEW.is_authorised IS NULL OR NEW.decided_by_id IS DISTINCT FROM ponte_user_id()
    ) THEN
        RAISE EXCEPTION 'of % only the decision is written later, once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decided_once BEFORE UPDATE ON access_reopening FOR EACH ROW EXECUTE FUNCTION access_decided_once();
""" + "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {name} TO {roles.WEB}, {roles.SYSTEM};\n"
    for name in ("access_orphans()", "access_known_to_alone(bigint)", "access_reopen(bigint)")
)
BACK = """
DROP TRIGGER decided_once ON access_reopening;
DROP FUNCTION access_decided_once();
DROP FUNCTION access_reopen(bigint);
DROP FUNCTION access_known_to_alone(bigint);
DROP FUNCTION access_orphans();
DROP FUNCTION access_still_there(bigint, bigint[]);
DROP FUNCTION access_coordinated_service_ids();
"""
PROPOSED = (
    f"proposed_by_id = {ME} AND service_id = {COORDINATED} AND decided_at IS NULL AND EXISTS ("
    "SELECT 1 FROM access_orphans() o WHERE o.protection_id = access_reopening.protection_id "
    "AND o.service_id = access_reopening.service_id)"
)

# Who was named and has left the team is told at intake what everybody is.
STILL_MINE = f"(guarded_for IS NULL OR ({ME} = ANY(guarded_for) AND service_id = {GUARDED.MINE}))"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_files_in_shares'),
        ('network', '0004_one_role'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reopening',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('members', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('reason', models.CharField(max_length=300, verbose_name='motivo')),
                ('proposed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('is_authorised', models.BooleanField(null=True)),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='motivo della decisione')),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('protection', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='reopenings', to='access.protection')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'proposta di chi conoscerà una persona protetta',
                'verbose_name_plural': 'proposte di chi conoscerà una persona protetta',
                'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at__isnull', True)), fields=('protection',), name='one_reopening_to_decide', violation_error_message="C'è già una proposta che aspetta."), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='a_reopening_has_a_reason'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='another_decides_a_reopening'), models.CheckConstraint(condition=models.Q(models.Q(('is_authorised', False), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='a_refused_reopening_says_why', violation_error_message='Scriva perché non autorizza: chi coordina deve saperlo.')],
            },
        ),
        migrations.RunSQL(
            *(
                f"ALTER POLICY ponte_presence_select ON people_acquaintance USING ({GUARDED.OPEN} AND {told})"
                for told in (STILL_MINE, GUARDED.FOR_ME)
            )
        ),
        migrations.RunSQL(FUNCTIONS, BACK),
        ProtectRows("access_reopening", visible=f"service_id = {COORDINATED} OR {AUDITOR}"),
        *(
            migrations.RunSQL(
                f"CREATE POLICY {command.lower()}_rows ON access_reopening AS RESTRICTIVE FOR {command} TO {roles.WEB} "
                f"{check} ({condition})",
                f"DROP POLICY {command.lower()}_rows ON access_reopening",
            )
            for command, check, condition in (
                ("INSERT", "WITH CHECK", PROPOSED),
                ("UPDATE", "USING", f"{AUDITOR} AND proposed_by_id <> {ME}"),
                ("DELETE", "USING", "false"),
            )
        ),
    ]
