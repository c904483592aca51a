# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Wherever something of a person could come to rest, somebody decided who sees it."""

import inspect
import re

import pytest
from django.apps import apps
from django.db import connection, models
from procrastinate.contrib.django import app

from ponte.platform.checks.database import personal_tables
from ponte.platform.database.actor import acting_as
from tests.guards.files import short, with_suffix
from tests.people.access.everyone.building import build
from tests.people.access.everyone.world import Card, Emergency, Share, User, World
from tests.support import system_role

# Tables without row-level security, and why nothing of a person whom the network serves is in them.
OPEN_TABLES = {
    r"account(s)?_|auth_|mfa_|socialaccount_": "users: those who work, and how they sign in",
    r"network_": "who we are: public, or known to everybody who works here",
    r"django_|procrastinate_": "frameworks' own; jobs' arguments are ids (below), sessions hold no person (below)",
    r"api_token": "digests of tokens, which are users'",
    r"audit_(seal|erasedcontent)": "digests, and which contents were erased",
    r"register_(indicator|projectshare|staffmember|intervention_staff)": "work and staff, without who took part",
    r"oversight_noticed": "up to which event the trail was looked through",
    r"rights_(noticetext|noticeversion|purpose|retentionterm)": "texts and terms, the same for everybody",
}
# Of a person and a service, but not of what that service keeps to some of its team.
NOT_KEPT = {
    "people_acquaintance": "is the condition itself",
    "people_presencequestion": "by who knows the card openly, and by who asked",
    "review_matchpair": "by its places in queues, which a kept person leaves",
    "access_protection": "by the list of those it is kept for",
}


def _rows(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


@pytest.mark.django_db
def test_every_table_has_row_level_security_or_a_reason_not_to() -> None:
    bare = _rows(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND NOT relrowsecurity "
        "AND relnamespace = 'public'::regnamespace"
    )
    assert [name for (name,) in bare if not re.match("|".join(OPEN_TABLES), name)] == []
    assert [pattern for pattern in OPEN_TABLES if not any(re.match(pattern, name) for (name,) in bare)] == []


@pytest.mark.django_db
def test_the_database_itself_knows_no_other_way_to_a_person() -> None:
    """By its own foreign keys, whatever Django thinks: each table from which a person is reached is personal."""
    reached = _rows(
        "WITH RECURSIVE tied(oid) AS ("
        "SELECT unnest(ARRAY['people_person', 'people_card', 'people_household']::regclass[])::oid "
        "UNION SELECT k.conrelid FROM pg_constraint k JOIN tied ON k.confrelid = tied.oid WHERE k.contype = 'f') "
        "SELECT oid::regclass::text FROM tied"
    )
    assert {name for (name,) in reached} - set(personal_tables()) == set()


@pytest.mark.django_db
def test_what_a_service_says_of_a_person_is_kept_where_the_service_keeps_the_person() -> None:
    """A table with a card and a service asks who is hidden, or is known by a reason not to."""
    found = _rows(
        "SELECT t.relname, string_agg(pg_get_expr(p.polqual, p.polrelid), ' ') FROM pg_class t "
        "JOIN pg_policy p ON p.polrelid = t.oid AND 'ponte_web'::regrole = ANY(p.polroles) "
        "WHERE EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = t.oid "
        "AND k.confrelid = 'people_card'::regclass) "
        "AND EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = t.oid "
        "AND k.confrelid = 'network_service'::regclass) "
        "AND t.relname <> 'people_card' GROUP BY 1"
    )
    asks = re.compile("ponte_hidden_card_ids|people_acquaintance")
    assert {name for name, said in found if not asks.search(said)} - NOT_KEPT.keys() == set()


@pytest.mark.django_db
def test_a_function_with_its_owners_rights_looks_nowhere_else_for_its_tables() -> None:
    assert (
        _rows(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef "
            "AND NOT coalesce(array_to_string(proconfig, ' '), '') LIKE '%%search_path=%%'"
        )
        == []
    )


def test_jobs_are_given_ids_and_nothing_that_names_anybody() -> None:
    """Arguments of jobs are kept, logged and read by whoever looks after the worker."""
    for config in apps.get_app_configs():
        if config.name.startswith("ponte."):
            try:
                __import__(f"{config.name}.tasks")
            except ModuleNotFoundError as missing:
                if missing.name != f"{config.name}.tasks":
                    raise
    plain = {int, bool, "int", "bool", "int | None", "JobContext"}
    told = {
        f"{name}({parameter.name}: {parameter.annotation})"
        for name, task in app.tasks.items()
        if name.startswith("ponte.")
        for parameter in inspect.signature(task.func).parameters.values()
        if parameter.annotation not in plain and getattr(parameter.annotation, "__name__", "") not in {"JobContext"}
    }
    assert told == set()


def test_no_fragment_with_a_person_is_cached() -> None:
    """A cache knows no row-level security. Counters of attempts to sign in are all that is put there."""
    sources = with_suffix(".py", ".html", under="ponte")
    using = {
        short(path)
        for path in sources
        if re.search(r"\{% *cache |core\.cache import|cache_page|cached_db", path.read_text(encoding="utf-8"))
    }
    assert {name for name in using if not name.startswith(("ponte/accounts/", "ponte/config/settings"))} == set()


def test_sessions_hold_no_person() -> None:
    """But for the sentences that the next page shows, which it takes out again."""
    sources = with_suffix(".py", under="ponte")
    kept = re.compile(r"\.session\[[\"'](\w+)|session\.setdefault\([\"'](\w+)")
    put = {
        (short(path), next(filter(None, found.groups())))
        for path in sources
        for found in kept.finditer(path.read_text(encoding="utf-8"))
    }
    assert {one for one in put if not one[0].startswith("ponte/accounts/")} == set()


def test_every_file_hangs_on_a_table_that_is_protected() -> None:
    with_files = {
        model._meta.db_table
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField)
    }
    assert with_files - set(personal_tables()) == set()


FULL = World(
    services=("shared", "reserved", "protected"),
    users=(
        User(frozenset({0})), User(frozenset(), coordinates=True), User(frozenset(), network_role="network_manager"),
        User(frozenset(), network_role="administrator"), User(frozenset(), network_role="auditor"),
    ),
    cards=(
        Card(0, frozenset({0, 1, 2}), enrolled=frozenset({0, 1, 2}), met=frozenset({0, 1, 2})),
        Card(0, frozenset({0}), kept={0: frozenset({0})}, enrolled=frozenset({0}), met=frozenset({0})),
    ),
    shares=(Share(0, 2, 1, frozenset({"notes"}), names_sender=True, in_force=True),),
    emergencies=(Emergency(0, 0, in_force=True),),
)  # fmt: skip


@pytest.mark.django_db
def test_who_sees_figures_trails_or_neither_sees_no_person_in_any_table() -> None:
    """Organisation-wide coordinator: work without people. Network manager and administrator: nothing of a person.
    Data protection officer: that there were emergencies."""
    built = build(FULL)
    tables = personal_tables()

    def filled() -> set[str]:
        return {table for table in tables if _rows(f'SELECT EXISTS (SELECT 1 FROM "{table}")')[0][0]}

    with system_role():
        there = filled()
    assert len(there) > 15, "little was written that could be seen"
    seen = {}
    for number, name in enumerate(("member", "org_coordinator", "network_manager", "administrator", "auditor")):
        with acting_as(built.users[number].pk):
            seen[name] = filled()
    seen["nobody"] = filled()
    with acting_as(built.users[1].pk):
        assert _rows("SELECT count(*) FROM register_intervention") == [(4,)]
    assert seen.pop("member") >= there - {"people_cardorigin", "access_share", "access_emergencyreview"}
    assert seen == {
        "org_coordinator": set(),
        "network_manager": set(),
        "administrator": set(),
        "auditor": {"access_emergencyaccess", "access_emergencycard"},
        "nobody": set(),
    }
