# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a service knows of one person may be kept for some of its team.

Whether somebody may know a card is one condition, the policy of `people_acquaintance`: every other policy asks
`EXISTS (… people_acquaintance …)`, an index lookup, under that policy. What a table says of a service's own work asks
also whether the person is hidden from the user there (`unhidden`).
"""

from importlib import import_module

import django.contrib.postgres.fields
from django.db import migrations, models

FORMER = import_module("ponte.people.migrations.0012_presence")
MINE = FORMER.MINE
ME = "(SELECT ponte_user_id())"
FOR_ME = f"(guarded_for IS NULL OR {ME} = ANY(guarded_for))"
HIDDEN = "ANY((SELECT ponte_hidden_card_ids())::bigint[])"
TEAM = f"service_id = {MINE}"


def known(card: str) -> str:
    """The one condition: some service in whose team the user is knows the card, and may tell the user so."""
    return f"EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = {card} AND a.service_id = {MINE})"


def unhidden(card: str, service: str) -> str:
    """The user may know what this service knows of the card. The list of the hidden is asked for once, and mostly
    empty; only a card in it costs a lookup."""
    return (
        f"({card} = {HIDDEN}) IS NOT TRUE OR EXISTS ("
        f"SELECT 1 FROM people_acquaintance a WHERE a.card_id = {card} AND a.service_id = {service})"
    )


# In PL/pgSQL, which keeps its plans: they are asked for once in each statement.
FUNCTIONS = """
-- Cards that one of the acting user's teams knows, and keeps from them.
CREATE FUNCTION ponte_hidden_card_ids() RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = public AS $$
BEGIN
    RETURN ARRAY(
        SELECT a.card_id FROM people_acquaintance a
        WHERE a.guarded_for IS NOT NULL AND ponte_user_id() <> ALL(a.guarded_for)
        AND a.service_id = ANY(ponte_team_service_ids())
    );
END $$;

-- Whether what this service knows of the card may be told to those who are not in its team.
CREATE FUNCTION ponte_knows_openly(card bigint, service bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_acquaintance a JOIN network_service s ON s.id = a.service_id
    WHERE a.card_id = $1 AND a.service_id = $2 AND s.confidentiality <> 'protected' AND a.guarded_for IS NULL
);

CREATE OR REPLACE FUNCTION ponte_card_is_guarded(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = $1) AND NOT EXISTS (
    SELECT 1 FROM people_acquaintance a JOIN network_service s ON s.id = a.service_id
    WHERE a.card_id = $1 AND s.confidentiality <> 'protected' AND a.guarded_for IS NULL
);

CREATE OR REPLACE FUNCTION ponte_team_sees_card(bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public
RETURN EXISTS (
    SELECT 1 FROM people_card c WHERE c.id = $1 AND (
        (c.registered_by_id = ANY(ponte_team_service_ids()) AND c.id <> ALL(ponte_hidden_card_ids()))
        OR EXISTS (
            SELECT 1 FROM people_acquaintance a
            WHERE a.card_id = c.id AND a.service_id = ANY(ponte_team_service_ids())
            AND (a.guarded_for IS NULL OR ponte_user_id() = ANY(a.guarded_for))
        )
    )
);

-- Who registered a card tells that they know the person. Once others know it too, a protected service, or one that
-- keeps the person for some of its team, is not named on it any more: the audit trail remembers.
CREATE FUNCTION ponte_forget_who_registered(cards bigint[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public AS $$
    UPDATE people_card c SET registered_by_id = NULL, created_by_id = NULL
    WHERE c.id = ANY(cards) AND c.registered_by_id IS NOT NULL
    AND NOT ponte_knows_openly(c.id, c.registered_by_id)
    AND EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = c.id AND a.service_id = c.registered_by_id)
    AND EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = c.id AND a.service_id <> c.registered_by_id);
$$;
REVOKE ALL ON FUNCTION ponte_forget_who_registered(bigint[]) FROM PUBLIC;

CREATE FUNCTION ponte_acquaintance_widens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
BEGIN
    PERFORM ponte_forget_who_registered(ARRAY(
        SELECT n.card_id FROM changed n JOIN people_card c ON c.id = n.card_id
        WHERE c.registered_by_id <> n.service_id
        UNION SELECT n.card_id FROM changed n WHERE n.guarded_for IS NOT NULL
    ));
    RETURN NULL;
END $$;
CREATE TRIGGER registered_by_of_known_card AFTER INSERT ON people_acquaintance REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION ponte_acquaintance_widens();
CREATE TRIGGER registered_by_of_guarded_card AFTER UPDATE ON people_acquaintance REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION ponte_acquaintance_widens();
"""

FORMER_GUARDED = import_module("ponte.people.migrations.0009_clusters").CARDS.split("-- Whoever acts")[0]
FORMER_SEES = import_module("ponte.people.migrations.0003_acquaintance_without_recursion").FUNCTION
BACK = """
DROP TRIGGER registered_by_of_guarded_card ON people_acquaintance;
DROP TRIGGER registered_by_of_known_card ON people_acquaintance;
DROP FUNCTION ponte_acquaintance_widens();
DROP FUNCTION ponte_forget_who_registered(bigint[]);
""" + (FORMER_GUARDED + FORMER_SEES).replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION") + """
DROP FUNCTION ponte_knows_openly(bigint, bigint);
DROP FUNCTION ponte_hidden_card_ids();
"""

SEEN = f"registered_by_id = {MINE}"
OF_ENROLMENT = "EXISTS (SELECT 1 FROM people_enrolment e WHERE e.id = enrolment_id)"
BOTH = f"{known('card_a_id')} AND {known('card_b_id')}"
DECIDED = "CASE WHEN guarded_by_id IS NULL THEN {both} ELSE guarded_by_id = {mine}{more} END"
NOT_HIDDEN = f" AND (card_a_id = {HIDDEN} OR card_b_id = {HIDDEN}) IS NOT TRUE"
CARD = "EXISTS (SELECT 1 FROM people_card c WHERE c.id = {card})"
OPEN = FORMER.OPEN.format(service="service_id")
TELLABLE = (
    "EXISTS (SELECT 1 FROM people_acquaintance a WHERE a.card_id = people_enrolment.card_id "
    "AND a.service_id = people_enrolment.service_id)"
)

# Table, policy, what it said, what it says: conditions of USING and, where it is another, of WITH CHECK.
POLICIES = [
    ("people_acquaintance", "web_rows", (TEAM, f"{TEAM} AND ponte_team_sees_card(card_id)"),
     (f"{TEAM} AND {FOR_ME}", f"{TEAM} AND {FOR_ME} AND ponte_team_sees_card(card_id)")),
    ("people_acquaintance", "ponte_presence_select", (OPEN,), (f"{OPEN} AND {FOR_ME}",)),
    ("people_card", "web_rows", (f"{SEEN} OR {known('people_card.id')}",) * 2,
     (f"({SEEN} AND (people_card.id = {HIDDEN}) IS NOT TRUE) OR {known('people_card.id')}",) * 2),
    ("people_knownname", "web_rows", (TEAM, "false"),
     (f"{TEAM} AND ({unhidden('people_knownname.card_id', 'people_knownname.service_id')})", "false")),
    ("people_enrolment", "web_rows", (TEAM,) * 2,
     (f"{TEAM} AND ({unhidden('people_enrolment.card_id', 'people_enrolment.service_id')})",) * 2),
    ("people_enrolment", "ponte_presence_select", (OPEN,), (f"{OPEN} AND {TELLABLE}",)),
    ("people_presencenotice", "web_rows", (TEAM,) * 2,
     (f"{TEAM} AND ({unhidden('people_presencenotice.card_id', 'people_presencenotice.service_id')})",) * 2),
    ("people_presencequestion", "web_rows", (f"{FORMER.OWN} OR {FORMER.KNOWN}", FORMER.KNOWN),
     (f"{FORMER.OWN} OR {FORMER.KNOWN[:-1]} AND a.guarded_for IS NULL)", f"{FORMER.KNOWN[:-1]} AND a.guarded_for IS NULL)")),
    ("people_identitydecision", "web_rows", (DECIDED.format(both=BOTH, mine=MINE, more=""),) * 2,
     (DECIDED.format(both=BOTH, mine=MINE, more=NOT_HIDDEN),) * 2),
    # Not by the cards that may be read, of which there are more: by those that are known.
    ("people_toldapart", "web_rows",
     (f"{CARD.format(card='card_a_id')} AND {CARD.format(card='card_b_id')}", "false"), (BOTH, "false")),
]  # fmt: skip


def altered(table: str, policy: str, conditions: tuple[str, ...]) -> str:
    check = f" WITH CHECK ({conditions[1]})" if len(conditions) > 1 else ""
    return f"ALTER POLICY {policy} ON {table} USING ({conditions[0]}){check}"


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0013_erased_cards'),
    ]

    operations = [
        migrations.AddField(
            model_name='acquaintance',
            name='guarded_for',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), editable=False, null=True, size=None),
        ),
        migrations.RemoveConstraint(
            model_name='acquaintance',
            name='one_acquaintance_per_card_and_service',
        ),
        migrations.AddConstraint(
            model_name='acquaintance',
            constraint=models.UniqueConstraint(fields=('card', 'service'), include=('guarded_for',), name='one_acquaintance_per_card_and_service'),
        ),
        migrations.AddIndex(
            model_name='acquaintance',
            index=models.Index(condition=models.Q(('guarded_for__isnull', False)), fields=['service'], name='acquaintance_guarded'),
        ),
        migrations.RunSQL(FUNCTIONS, BACK),
        migrations.RunSQL(
            [altered(table, policy, now) for table, policy, _before, now in POLICIES],
            [altered(table, policy, before) for table, policy, before, _now in POLICIES],
        ),
    ]
