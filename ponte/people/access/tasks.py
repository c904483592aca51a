# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.people.access import letters


@app.task
def tell_auditors(access_id: int) -> None:
    letters.tell_auditors(access_id)
