# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The process that does the background work, as the system role."""

import asyncio

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from ponte.platform.audit import actions as audit


def run_worker(*, wait: bool = True) -> None:
    """Do the queued work; then go on waiting for more, unless `wait` is off, until a signal ends it."""
    audit.origin.set(audit.Origin(process="worker"))
    asyncio.run(_work(wait=wait))


async def _work(*, wait: bool) -> None:
    # The app that tasks know stays on Django's connection: what a job defers belongs to the job's transaction.
    async with app.with_connector(_connector()).open_async() as worker_app:
        await worker_app.run_worker_async(name="ponte", wait=wait, listen_notify=wait)


def _connector() -> PsycopgConnector:
    """A connection pool of procrastinate's own, with the role that Django's connection takes on."""
    parameters = connector_params()
    role = connection.settings_dict["OPTIONS"].get("assume_role")
    if role:
        parameters["options"] = f"{parameters.get('options', '')} -c role={role}".strip()
    return PsycopgConnector(kwargs=parameters)
