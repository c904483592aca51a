# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was published, as it was published."""

import hashlib
import json
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Organisation
from ponte.reports.content import AnnualReport


class ReportVersion(models.Model):
    """An annual report as it was published: texts, definitions and figures, never to change.

    `content` is the report whole; `public_content` the same without the figures that could single out a
    person, which is what everyone may read where the version is public. `scopes` says which work its figures
    are computed from; the rows themselves are in `FrozenFact`.
    """

    append_only: ClassVar[bool] = True

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="report_versions", verbose_name=_("ente")
    )
    year = models.PositiveSmallIntegerField(_("anno"))
    number = models.PositiveSmallIntegerField(_("versione"))
    title = models.CharField(_("titolo"), max_length=200)
    note = models.TextField(_("che cosa cambia"), blank=True)
    public = models.BooleanField(_("pubblica"), default=False)
    # The beginning of the transaction that published it: what was recorded later is not in it.
    published_at = models.DateTimeField(_("pubblicata il"), db_default=TransactionNow())
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    content = models.JSONField()
    public_content = models.JSONField()
    scopes = models.JSONField()
    digest = models.CharField(_("impronta SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("versione pubblicata")
        verbose_name_plural = _("versioni pubblicate")
        ordering = ("organisation", "-year", "-number")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "year", "number"], name="one_version_per_number"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    @property
    def report(self) -> AnnualReport:
        return AnnualReport.from_state(self.content)

    @property
    def public_report(self) -> AnnualReport:
        return AnnualReport.from_state(self.public_content)

    @property
    def is_intact(self) -> bool:
        """Whether the contents are still those that the digest was made of."""
        return self.digest == digest_of(self.content, self.public_content, self.scopes)


def digest_of(*states: Any) -> str:
    """SHA-256 over the states as JSON with sorted keys, without spaces, one a line."""
    lines = (json.dumps(state, sort_keys=True, separators=(",", ":"), ensure_ascii=False) for state in states)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
