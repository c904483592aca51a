# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models.functions import Now


class Attempt(models.Model):
    """Somebody tried to sign in, or to have a password replaced. Kept as long as it slows down who guesses.

    `account` is a keyed digest of what was typed as the e-mail, so that accounts that do not exist are treated as
    those that do, and a password typed into the wrong field is not kept.
    """

    class Kind(models.TextChoices):
        PASSWORD = "password"  # noqa: S105 - a word, not one
        CODE = "code"
        RESET = "reset"

    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(db_default=Now())
    account = models.CharField(max_length=32)
    # Whence: the network of the address, or the known device.
    origin = models.CharField(max_length=64)
    known_device = models.BooleanField(default=False)
    succeeded = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["account", "at"], name="attempts_on_account"),
            models.Index(fields=["origin", "at"], name="attempts_from_origin"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"
