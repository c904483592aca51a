# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

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
