# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A program that asks with a token."""

import datetime as dt
import json
from typing import Any

from django.test import Client
from django.utils import timezone

from ponte.accounts.models import User
from ponte.api import rules, tokens
from ponte.api.models import Scope, Token
from ponte.platform.database.actor import acting_as


class Program:
    """Asks as a program does: no cookie, JSON, a token."""

    def __init__(self, secret: str = "", *, language: str = "it") -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        self.headers = {"Accept-Language": language} | ({"Authorization": f"Bearer {secret}"} if secret else {})

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", query, headers=self.headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.client.post(
            f"/api/v1{path}", text, content_type="application/json", headers={**self.headers, **headers}
        )


def given_token(user: User, *scopes: Scope, name: str = "prova", days: int = 30) -> tuple[Token, str]:
    """A token for the user's first role, for everything that the role allows unless given."""
    membership = rules.roles_for_tokens(user)[0]
    with acting_as(user.pk):
        return tokens.make_token(
            membership=membership, name=name, scopes=scopes or rules.scopes_of(membership),
            expires_at=timezone.now() + dt.timedelta(days=days), by=user,
        )  # fmt: skip


def program(user: User, *scopes: Scope, language: str = "it", **options: Any) -> Program:
    return Program(given_token(user, *scopes, **options)[1], language=language)
