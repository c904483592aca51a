# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from hashlib import sha256

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from ponte.accounts.models.users import User


class Session(AbstractBaseSession):
    """A browser that is, or is about to be, signed in. Removing the row ends it at its next request."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    signed_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "accounts_session"

    def __str__(self) -> str:
        return self.handle

    @property
    def handle(self) -> str:
        """Names the session on pages, where its key must not stand: whoever reads the key is signed in."""
        return sha256(self.session_key.encode()).hexdigest()[:20]
