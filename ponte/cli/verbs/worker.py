# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import click

from ponte.cli.installation import open_installation


@click.command("worker")
@click.option("--once", is_flag=True, help="Do what is queued, then end.")
def command(once: bool) -> None:
    """Do the background work. `ponte serve` starts one; a larger installation runs its own."""
    open_installation("system")
    from ponte.platform.jobs.worker import run_worker

    run_worker(wait=not once)
