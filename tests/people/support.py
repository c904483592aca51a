# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cards for tests, registered the way a desk does it."""

from typing import Any

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import actions
from ponte.people.models import Card
from ponte.platform.database.actor import acting_as


def registered(by: User, service: Service, **fields: Any) -> Card:
    fields = fields or {"given_name": "Amina", "family_name": "El Idrissi"}
    with acting_as(by.pk):
        return actions.register_card(fields=fields, service=service, by=by)
