# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.accounts.models import User
from ponte.people.learning import actions


@app.periodic(cron="17 3 * * 1")
@app.task(queueing_lock="propose_weights_weekly")
def propose_weights_weekly(timestamp: int) -> None:
    actions.propose(by=None)


@app.task(queueing_lock="propose_weights")
def propose_weights(user_id: int) -> None:
    """As somebody asked on the page; nothing where they may no longer."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is not None:
        actions.propose(by=user)
