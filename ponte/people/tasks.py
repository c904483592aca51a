# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.people import protected_notices
from ponte.people.candidates import keeping

ROUNDS = 40


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="index_outdated_cards")
def index_outdated_cards(timestamp: int) -> None:
    """After an upgrade that makes keys otherwise: some thousand cards at a time, until none is left."""
    for _ in range(ROUNDS):
        if not keeping.index_outdated():
            return


@app.periodic(cron="41 2 * * *")
@app.task(queueing_lock="count_frequent_keys")
def count_frequent_keys(timestamp: int) -> None:
    keeping.count_frequent_keys()


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="tell_protected_teams")
def tell_protected_teams(timestamp: int) -> None:
    """Apart in time from the questions that it looks at, so that none of them tells anything."""
    protected_notices.tell_protected_teams()
