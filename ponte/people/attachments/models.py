# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file on a card, and that it was taken away. Both tables take new rows only."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy
from ponte.platform.vault.fields import EncryptedTextField

LONGEST_NAME = 200


class Attachment(models.Model):
    """A file that a service's team keeps with a card. Its content lies encrypted under the name `file`."""

    append_only: ClassVar[bool] = True

    privacy: ClassVar = dict.fromkeys(("name", "note"), Privacy.FREE_TEXT) | dict.fromkeys(
        ("id", "file", "media_type", "size", "for_all", "added_by", "added_at"), Privacy.TECHNICAL
    ) | dict.fromkeys(("card", "service"), Privacy.SPECIAL)  # fmt: skip

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="attachments")
    service = models.ForeignKey(
        Service, models.PROTECT, related_name="+", db_index=False, verbose_name=_("servizio che lo conserva")
    )
    file = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = EncryptedTextField(_("nome"), max_length=LONGEST_NAME)
    media_type = models.CharField(_("tipo"), max_length=100)
    size = models.PositiveIntegerField(_("dimensione"))
    note = EncryptedTextField(_("che cos'è"), max_length=200, blank=True)
    for_all = models.BooleanField(_("anche per gli altri servizi che seguono la persona"), default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("allegato")
        verbose_name_plural = _("allegati")

    def __str__(self) -> str:
        return self.name


class AttachmentRemoval(models.Model):
    """That an attachment was taken away, and why. Its row stays, its file goes."""

    append_only: ClassVar[bool] = True

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "attachment": Privacy.SPECIAL,
        "reason": Privacy.FREE_TEXT,
        "removed_by": Privacy.TECHNICAL,
        "removed_at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="removal")
    reason = EncryptedTextField(_("motivo"), max_length=300)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    removed_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("allegato tolto")
        verbose_name_plural = _("allegati tolti")

    def __str__(self) -> str:
        return f"#{self.attachment_id}"
