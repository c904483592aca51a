# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ponte.cli.installation import open_installation
from ponte.cli.main import refusal

if TYPE_CHECKING:
    from ponte.platform.checks.findings import Finding

MARKS = {"ok": "ok   ", "note": "note ", "wrong": "WRONG"}


AREAS = ("settings", "database", "jobs", "audit")


@click.command("check")
@click.argument("area", required=False, type=click.Choice(AREAS))
@click.option(
    "--anchor",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of noted seals that was kept elsewhere, instead of this installation's own.",
)
@click.option("--json", "as_json", is_flag=True, help="A JSON list of findings instead of lines.")
def command(area: str | None, anchor: Path | None, as_json: bool) -> None:
    """Verify this installation: settings, database, migrations, invariants, jobs, audit chain; or one AREA of it."""
    findings = []
    for finding in _findings(area, anchor):
        findings.append(finding)
        if not as_json:
            click.echo(f"{MARKS[finding.outcome]}  {finding.check:<24} {finding.sentence}")
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    sys.exit(any(finding.outcome == "wrong" for finding in findings))


def _findings(area: str | None, anchor: Path | None) -> "Iterator[Finding]":
    """All findings, as far as the installation can be opened; what hinders it is the last one."""
    from ponte.platform.checks.findings import Finding, Outcome

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    stage = "settings"
    try:
        from ponte.platform.checks.settings import check_settings
        from ponte.platform.checks.space import check_space
        from ponte.platform.environment import Environment

        if area in {None, "settings"}:
            yield from check_settings(Environment.read())
            yield check_space()
        if area == "settings":
            return
        stage = "database.reachable"
        open_installation("system", up_to_date=False)
        from ponte.platform.checks.database import check_database

        database = list(check_database()) if area in {None, "database"} else []
        yield from database
        if any(finding.check == "database.migrations" and finding.outcome == "wrong" for finding in database):
            return
        from ponte.people.attachments.checking import check_attachments
        from ponte.platform.backup.checking import check_digest
        from ponte.platform.checks.background import check_audit, check_jobs
        from ponte.platform.vault.checking import check_vault

        if area in {None, "jobs"}:
            yield from check_jobs()
        if area in {None, "audit"}:
            yield from check_audit(anchor)
        if area is None:
            yield from check_vault()
            yield from check_attachments()
            yield from check_digest()
    except Exception as problem:
        sentence = problem.format_message() if isinstance(problem, click.ClickException) else refusal(problem)
        if sentence is None:
            raise
        yield Finding(stage, Outcome.WRONG, sentence)
