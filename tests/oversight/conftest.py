# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable

import pytest
from django.test import Client

from ponte.accounts.models import User

Browse = Callable[[User], Client]


@pytest.fixture
def browse() -> Browse:
    """A browser of the user's own."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in
