# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the reviewers' answers teach."""

import json

import click

from ponte.cli.installation import open_installation, say


@click.command("learn")
@click.option("--json", "as_json", is_flag=True, help="The outcome as JSON.")
def command(*, as_json: bool) -> None:
    """Propose weights of evidence from what reviewers decided, measured for each group of languages.

    Nothing is in force by this: somebody takes the proposal, or leaves it, on the page of the weights.
    """
    open_installation("system")
    from django.utils import translation

    from ponte.people.learning import actions, figures
    from ponte.people.learning.judging import Measured
    from ponte.platform.audit import actions as audit

    token = audit.origin.set(audit.Origin(process="cli learn"))
    try:
        outcome = actions.propose(by=None)
    finally:
        audit.origin.reset(token)
    proposal = outcome.proposal
    with translation.override("en"):
        if as_json:
            click.echo(
                json.dumps(
                    {
                        "version": proposal.version if proposal else None,
                        "new": outcome.is_new,
                        "may_be_taken": bool(proposal and proposal.is_no_worse),
                        "pairs": proposal.pairs if proposal else None,
                        "groups": proposal.measured if proposal else [],
                        "missing": outcome.missing,
                    }
                )
            )
        elif proposal is None:
            for sentence in figures.missing_in_words(outcome.missing):
                click.echo(sentence)
        else:
            click.echo(f"version {proposal.version}, pairs {proposal.pairs}")
            for one in proposal.measured:
                click.echo(Measured.read(one).in_words())
            say("It may be taken." if proposal.is_no_worse else "A group becomes worse: it cannot be taken.")
