# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.accounts import letters as account_letters
from ponte.people.access import letters


@app.task(priority=account_letters.PRIORITY)
def tell_auditors(access_id: int) -> None:
    letters.tell_auditors(access_id)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="end_emergencies_of_the_future")
def end_emergencies_of_the_future(timestamp: int) -> None:
    from ponte.people.access.emergencies import end_what_has_not_begun  # which queues the letter above

    end_what_has_not_begun()
