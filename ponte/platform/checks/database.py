# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the database holds people's data as the house promises: who may bypass what, and what is append-only."""

import importlib
import os
from collections.abc import Iterator, Sequence

from django.apps import apps
from django.db import connection
from django.utils.module_loading import module_has_submodule

from ponte.platform.checks.findings import Finding, Outcome, judge
from ponte.platform.database import roles
from ponte.platform.database.connection import Purpose, database_settings
from ponte.platform.database.setup import unapplied_migrations
from ponte.platform.environment import Environment

OLDEST = 15
TRIGGERS = {"refuse_change", "refuse_truncate"}


def check_database() -> Iterator[Finding]:
    version = _value("SHOW server_version")
    yield judge(
        "database.version",
        good=f"PostgreSQL {version} answers.",
        wrong=None if int(version.split(".")[0]) >= OLDEST else f"PostgreSQL {version} is older than {OLDEST}.",
    )
    missing = unapplied_migrations()
    yield judge(
        "database.migrations",
        good="All migrations are applied.",
        wrong=f"Not applied yet: {', '.join(missing[:5])}{' …' if missing[5:] else ''}. Run `ponte migrate`."
        if missing
        else None,
    )
    if not missing:
        yield from _roles()
        yield from _row_security()
        yield from _append_only()
        yield from _logging()
        yield from _invariants()


def personal_tables() -> list[str]:
    """The tables of models that class their fields by privacy: those that hold something of a person."""
    return sorted(model._meta.db_table for model in apps.get_models() if hasattr(model, "privacy"))


def _roles() -> Iterator[Finding]:
    web_login = database_settings(os.environ, Environment.read().var, Purpose.WEB)
    working = [roles.WEB, roles.SYSTEM, *roles.DOORS]
    if not web_login["OPTIONS"].get("assume_role"):
        working.append(web_login["USER"])
    mighty = _column(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) "
        "AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)",
        [working],
    )
    owning = _column(
        "SELECT DISTINCT r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = ANY(%s)",
        [working],
    )
    yield judge(
        "database.roles",
        good="No working role can bypass row security.",
        wrong=f"Too much power: {', '.join(mighty)}." if mighty else None,
    )
    yield judge(
        "database.owners",
        good="No working role owns a table.",
        wrong=f"Owners of tables, who could change them: {', '.join(owning)}." if owning else None,
    )


def _row_security() -> Iterator[Finding]:
    tables = personal_tables()
    protected = _column(
        "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity "
        "AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)"
    )
    bare = [table for table in tables if table not in protected]
    yield judge(
        "database.row_security",
        good=f"Row security is on for all {len(tables)} tables with people's data.",
        wrong=f"Without row security: {', '.join(bare)}." if bare else None,
    )


def _append_only() -> Iterator[Finding]:
    tables = sorted(model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "JOIN pg_proc p ON p.oid = t.tgfoid "
            # Silent for whoever says to replicate; and a function may have lost its word.
            "WHERE t.tgenabled = CASE WHEN c.relname = ANY(%s) THEN 'A' ELSE t.tgenabled END "
            "AND t.tgenabled IN ('O', 'A') AND p.prosrc LIKE %s",
            [["audit_auditevent", "audit_seal"], "%RAISE EXCEPTION 'the table %"],
        )
        active = set(cursor.fetchall())
    open_tables = [table for table in tables if not {(table, trigger) for trigger in TRIGGERS} <= active]
    changeable = [
        table
        for table in tables
        if any(
            _value(
                "SELECT has_table_privilege(%s, %s, 'UPDATE, DELETE, TRUNCATE, TRIGGER')",
                [role, table],
            )
            for role in (roles.WEB, roles.SYSTEM)
        )
    ]
    weak = sorted({*open_tables, *changeable})
    yield judge(
        "database.append_only",
        good=f"All {len(tables)} append-only tables refuse changes.",
        wrong=f"These tables must only take new rows, and would take changes: {', '.join(weak)}." if weak else None,
    )


def _logging() -> Iterator[Finding]:
    """What PostgreSQL writes into its own log, which is no place for people's data."""
    told = {
        name: _value("SELECT current_setting(%s)", [name])
        for name in ("log_statement", "log_min_duration_statement", "log_min_error_statement", "log_error_verbosity")
    }
    harmless = {
        "log_statement": {"none", "ddl"},
        "log_min_duration_statement": {"-1"},
        "log_min_error_statement": {"panic", "fatal", "log"},
        "log_error_verbosity": {"terse"},
    }
    loud = [f"{name} = {value}" for name, value in told.items() if value not in harmless[name]]
    if loud:
        sentence = (
            f"PostgreSQL's log may hold statements with people's data: {', '.join(loud)}. "
            "See docs/administrators.md, Logs."
        )
        yield Finding("database.logging", Outcome.NOTE, sentence)
    else:
        yield Finding("database.logging", Outcome.OK, "PostgreSQL's log holds no statement with people's data.")


def _invariants() -> Iterator[Finding]:
    """Each context's `invariants.py`: `INVARIANTS` maps a sentence to SQL that counts the rows that break it."""
    for config in apps.get_app_configs():
        if config.name.startswith("ponte.") and config.module and module_has_submodule(config.module, "invariants"):
            module = importlib.import_module(f"{config.name}.invariants")
            for sentence, sql in module.INVARIANTS.items():
                broken = _value(sql)
                yield judge(
                    f"{config.label}.invariant",
                    good=sentence,
                    wrong=f"{broken} times not: {sentence}" if broken else None,
                )


def _value(sql: str, parameters: Sequence[str | list[str]] = ()) -> str:
    value: str = _column(sql, parameters)[0]
    return value


def _column(sql: str, parameters: Sequence[str | list[str]] = ()) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
        return [row[0] for row in cursor.fetchall()]
