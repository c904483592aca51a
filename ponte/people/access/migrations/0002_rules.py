# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a share or an emergency opens, and until when: the database looks at the time whenever it is asked.

They open cards for reading and never for writing, by policies beside those of the team. Of a service's own work
(enrolments, what it did) functions tell what was agreed and no more, because row-level security could not leave
out a column: a sender that is not to be named.
"""

from importlib import import_module

from django.db import migrations

from ponte.platform.database import roles
from ponte.platform.database.security import KeepAppendOnly, OpenDoor, ProtectRows

PRESENCE = import_module("ponte.people.migrations.0012_presence")
MINE = PRESENCE.MINE
ME = "(SELECT ponte_user_id())"
AUDITOR = "(SELECT access_is_auditor())"

FUNCTIONS = """
CREATE FUNCTION access_is_auditor() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (SELECT 1 FROM network_membership m WHERE m.user_id = ponte_user_id() AND m.role = 'auditor');

-- The cards of which this part is open to the acting user now, beside those that their teams know. Whoever has left
-- every team opens nothing any more.
CREATE FUNCTION access_opened_card_ids(part text) RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = public AS $$
DECLARE
    mine bigint[] := ponte_team_service_ids();
BEGIN
    IF cardinality(mine) = 0 THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(
        SELECT s.card_id FROM access_share s
        WHERE s.receiver_id = ANY(mine) AND s.ended_at IS NULL AND s.until > now() AND part = ANY(s.opens)
        UNION
        SELECT c.card_id FROM access_emergencyaccess e JOIN access_emergencycard c ON c.access_id = e.id
        WHERE e.user_id = ponte_user_id() AND e.ended_at IS NULL AND e.until > now() AND part <> 'notes'
        AND NOT ponte_card_is_guarded(c.card_id)
    );
END $$;

-- Whose work with the card is open to the acting user in this part, and whether that service may be named.
CREATE FUNCTION access_opened_services(card bigint, part text) RETURNS TABLE (service_id bigint, is_named boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT opened.service_id, bool_or(opened.is_named) FROM (
        SELECT s.sender_id AS service_id, s.names_sender AS is_named FROM access_share s
        WHERE s.card_id = $1 AND s.receiver_id = ANY(ponte_team_service_ids())
        AND s.ended_at IS NULL AND s.until > now() AND $2 = ANY(s.opens)
        UNION ALL
        SELECT a.service_id, true FROM people_acquaintance a
        WHERE a.card_id = $1 AND ponte_knows_openly($1, a.service_id) AND $2 <> 'notes' AND EXISTS (
            SELECT 1 FROM access_emergencyaccess e JOIN access_emergencycard c ON c.access_id = e.id
            WHERE c.card_id = $1 AND e.user_id = ponte_user_id() AND e.ended_at IS NULL AND e.until > now()
        ) AND cardinality(ponte_team_service_ids()) > 0
    ) AS opened GROUP BY opened.service_id
$$;

-- What the acting user's teams have received: one card's, or all.
CREATE FUNCTION access_received(card bigint DEFAULT NULL)
RETURNS TABLE (share_id bigint, card_id bigint, sender_id bigint, receiver_id bigint, opens varchar[], lets_enrol boolean,
    purpose text, basis text, until timestamptz, shared_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.id, s.card_id, CASE WHEN s.names_sender THEN s.sender_id END, s.receiver_id, s.opens, s.lets_enrol,
        s.purpose, s.basis, s.until, s.shared_at
    FROM access_share s
    WHERE s.receiver_id = ANY(ponte_team_service_ids()) AND s.ended_at IS NULL AND s.until > now()
    AND ($1 IS NULL OR s.card_id = $1)
    ORDER BY s.shared_at DESC, s.id DESC
$$;

CREATE FUNCTION access_opened_enrolments(card bigint)
RETURNS TABLE (service_id bigint, opened_on date, closed_on date, outcome text, referent text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN o.is_named THEN e.service_id END, e.opened_on, e.closed_on, e.outcome,
        CASE WHEN o.is_named THEN u.name END
    FROM access_opened_services($1, 'enrolments') o
    JOIN people_enrolment e ON e.card_id = $1 AND e.service_id = o.service_id
    LEFT JOIN accounts_user u ON u.id = e.referent_id
    ORDER BY e.opened_on DESC, e.id DESC
$$;

CREATE FUNCTION access_may_take_on(card bigint, service bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN $2 = ANY(ponte_team_service_ids()) AND EXISTS (
    SELECT 1 FROM access_share s WHERE s.card_id = $1 AND s.receiver_id = $2 AND s.lets_enrol
    AND s.ended_at IS NULL AND s.until > now()
);

-- To the data protection officer and to whoever opened them: the codes of the cards, and no name.
CREATE FUNCTION access_emergency_codes(access bigint) RETURNS TABLE (code text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
    SELECT c.code FROM access_emergencycard x JOIN people_card c ON c.id = x.card_id
    JOIN access_emergencyaccess e ON e.id = x.access_id
    WHERE x.access_id = $1 AND (access_is_auditor() OR e.user_id = ponte_user_id()) ORDER BY c.code
$$;
""" + "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {name} TO ponte_web, ponte_system;\n"
    for name in (
        "access_opened_card_ids(text)", "access_opened_services(bigint, text)", "access_received(bigint)",
        "access_opened_enrolments(bigint)", "access_may_take_on(bigint, bigint)", "access_emergency_codes(bigint)",
    )
)  # fmt: skip

TRIGGERS = """
-- What was agreed and what was answered for stays as it was written: only its end is written later, once.
CREATE FUNCTION access_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'ponte_web' AND (
        to_jsonb(OLD) - 'ended_at' - 'ended_by_id' <> to_jsonb(NEW) - 'ended_at' - 'ended_by_id'
        OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    ) THEN
        RAISE EXCEPTION 'of % only the end is written later', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_ends BEFORE UPDATE ON access_share FOR EACH ROW EXECUTE FUNCTION access_only_ends();
CREATE TRIGGER only_ends BEFORE UPDATE ON access_emergencyaccess FOR EACH ROW EXECUTE FUNCTION access_only_ends();
CREATE TRIGGER only_ends BEFORE UPDATE ON access_protection FOR EACH ROW EXECUTE FUNCTION access_only_ends();

-- The receiver does not read on the card who registered it where that is a sender that keeps the person to itself.
CREATE FUNCTION access_share_made() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE people_card c SET registered_by_id = NULL, created_by_id = NULL
    WHERE c.id = NEW.card_id AND c.registered_by_id IS NOT NULL AND NOT ponte_knows_openly(c.id, c.registered_by_id);
    RETURN NULL;
END $$;
CREATE TRIGGER registered_by_of_shared_card AFTER INSERT ON access_share FOR EACH ROW
EXECUTE FUNCTION access_share_made();
"""

BOUNDS = [
    ("access_share", "a_share_ends_within_a_year", "until > shared_at AND until <= shared_at + interval '366 days'"),
    ("access_emergencyaccess", "an_emergency_lasts_hours", "until > started_at AND until <= started_at + interval '12 hours'"),
]

KNOWN_TO_SENDER = (
    "EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = access_share.card_id "
    "AND a.service_id = access_share.sender_id)"
)
SENT = f"sender_id = {MINE} AND {KNOWN_TO_SENDER}"
# Of what a protected service knows nothing leaves it without the person.
AGREED = (
    "(basis = 'agreement' OR NOT EXISTS (SELECT 1 FROM network_service s WHERE s.id = sender_id "
    "AND s.confidentiality = 'protected'))"
)
OF_ACCESS = "EXISTS (SELECT 1 FROM access_emergencyaccess e WHERE e.id = access_id)"
OWN_ACCESS = (
    "EXISTS (SELECT 1 FROM access_emergencyaccess e WHERE e.id = access_id AND e.user_id = ponte_user_id() "
    "AND e.ended_at IS NULL)"
)
KEPT = f"service_id = {MINE} AND {ME} = ANY(kept_for)"

OPENED = {
    "people_card": "people_card.id = {cards}",
    "people_cardname": "card_id = {cards}",
    "people_cardcontact": "card_id = {cards}",
    "people_nametoken": "card_id = {cards}",
    "people_cardidentifier": "card_id = {documents}",
}
CARDS = "ANY((SELECT access_opened_card_ids('card'))::bigint[])"
DOCUMENTS = "ANY((SELECT access_opened_card_ids('documents'))::bigint[])"


def restrictive(table, command, condition):
    check = "WITH CHECK" if command == "INSERT" else "USING"
    return migrations.RunSQL(
        f"CREATE POLICY no_{command.lower()} ON {table} AS RESTRICTIVE FOR {command} TO {roles.WEB} {check} ({condition})",
        f"DROP POLICY no_{command.lower()} ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("people", "0014_guarded_people"), ("network", "0003_what_the_sources_tell")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS,
            "DROP FUNCTION access_emergency_codes(bigint); DROP FUNCTION access_may_take_on(bigint, bigint); "
            "DROP FUNCTION access_opened_enrolments(bigint); DROP FUNCTION access_received(bigint); "
            "DROP FUNCTION access_opened_services(bigint, text); DROP FUNCTION access_opened_card_ids(text); "
            "DROP FUNCTION access_is_auditor();",
        ),
        migrations.RunSQL(
            TRIGGERS,
            "DROP TRIGGER registered_by_of_shared_card ON access_share; DROP FUNCTION access_share_made(); "
            "DROP TRIGGER only_ends ON access_protection; DROP TRIGGER only_ends ON access_emergencyaccess; "
            "DROP TRIGGER only_ends ON access_share; DROP FUNCTION access_only_ends();",
        ),
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({condition})",
                f"ALTER TABLE {table} DROP CONSTRAINT {name}",
            )
            for table, name, condition in BOUNDS
        ),
        ProtectRows("access_share", visible=SENT, writable=f"{SENT} AND {AGREED}"),
        ProtectRows(
            "access_emergencyaccess",
            visible=f"user_id = {ME} OR {AUDITOR}",
            writable=f"user_id = {ME} AND service_id = {MINE}",
        ),
        ProtectRows("access_emergencycard", visible=OF_ACCESS, writable="false"),
        ProtectRows(
            "access_emergencyreview",
            visible=OF_ACCESS,
            writable=f"by_id = {ME} AND {AUDITOR} AND EXISTS (SELECT 1 FROM access_emergencyaccess e "
            f"WHERE e.id = access_id AND e.user_id <> {ME})",
        ),
        ProtectRows("access_protection", visible=KEPT),
        *(restrictive(table, "DELETE", "false") for table in ("access_share", "access_emergencyaccess", "access_protection")),
        restrictive("access_emergencyaccess", "UPDATE", f"user_id = {ME}"),
        KeepAppendOnly("access_emergencycard"),
        KeepAppendOnly("access_emergencyreview"),
        # Nobody opens a card in an emergency that the door of presence does not see.
        OpenDoor("access_emergencyaccess", role=roles.PRESENCE, visible=f"user_id = {ME}"),
        OpenDoor(
            "access_emergencycard", role=roles.PRESENCE, visible=OWN_ACCESS,
            addable=f"{OWN_ACCESS} AND {PRESENCE.TOLD.format(card='access_emergencycard.card_id')}",
        ),
        *(
            migrations.RunSQL(
                f"CREATE POLICY opened_rows ON {table} FOR SELECT TO {roles.WEB} "
                f"USING ({condition.format(cards=CARDS, documents=DOCUMENTS)})",
                f"DROP POLICY opened_rows ON {table}",
            )
            for table, condition in OPENED.items()
        ),
        # Who may take the person on makes the card known to their service.
        migrations.RunSQL(
            *(
                "ALTER POLICY web_rows ON people_acquaintance WITH CHECK ("
                f"service_id = {MINE} AND (guarded_for IS NULL OR {ME} = ANY(guarded_for)) AND {condition})"
                for condition in (
                    "(ponte_team_sees_card(card_id) OR access_may_take_on(card_id, service_id))",
                    "ponte_team_sees_card(card_id)",
                )
            )
        ),
    ]
