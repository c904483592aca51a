# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An import in the browser, from the upload to its outcome."""

import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.platform.privacy import Privacy

SILENT_FOR = dt.timedelta(minutes=5)


class ImportRun(models.Model):
    """A file that someone brings in. Only whoever uploaded it sees it, and its contents are deleted at the end."""

    class Status(models.TextChoices):
        CHECKING = "checking", _("in controllo")
        CHECKED = "checked", _("da confermare")
        STORING = "storing", _("in corso")
        DONE = "done", _("importato")
        UNREADABLE = "unreadable", _("illeggibile")
        FAILED = "failed", _("non riuscito")

    privacy: ClassVar = dict.fromkeys(
        ("id", "kind", "options", "mapping", "partial", "left_out", "status", "stage", "done", "total", "heard_at",
         "uploaded_by", "uploaded_at", "finished_at"), Privacy.TECHNICAL,
    ) | dict.fromkeys(("file_name", "content", "found", "refused"), Privacy.FREE_TEXT)  # fmt: skip

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField(null=True)
    # What the sheet's own form asked, as its `SheetKind.build` takes it.
    options = models.JSONField(default=dict)
    # Heading → column, once a person has settled it.
    mapping = models.JSONField(null=True)
    partial = models.BooleanField(default=False)
    # Numbers of rows that a person decided not to bring in.
    left_out = models.JSONField(default=list)
    status = models.CharField(_("stato"), max_length=10, choices=Status, default=Status.CHECKING)

    stage = models.CharField(max_length=10, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    heard_at = models.DateTimeField(db_default=Now())

    # What was found and done, for the pages: see `running`.
    found = models.JSONField(default=dict)
    refused = models.BinaryField(null=True)

    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="import_runs")
    uploaded_at = models.DateTimeField(_("caricato il"), db_default=Now())
    finished_at = models.DateTimeField(_("finito il"), null=True)

    class Meta:
        verbose_name = _("importazione")
        verbose_name_plural = _("importazioni")
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_working(self) -> bool:
        return self.status in {self.Status.CHECKING, self.Status.STORING}

    @property
    def has_gone_silent(self) -> bool:
        """Nothing was heard from the worker for long: it was stopped, or there is none."""
        return self.is_working and timezone.now() - self.heard_at > SILENT_FOR
