# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people answered about a pair."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.people.review.models.pairs import MatchPair
from ponte.platform.privacy import Privacy


class Verdict(models.Model):
    """One person's answer, with the comparison as it was then: what a later model learns from.

    An answer becomes a decision when those who gave it know both cards between them; for a protected service,
    when two of its team gave it.
    """

    append_only: ClassVar[bool] = True

    class Answer(models.TextChoices):
        SAME = "same", _("stessa persona")
        DIFFERENT = "different", _("persone diverse")
        UNSURE = "unsure", _("non so")
        ASK = "ask", _("chiede all'altra équipe")

    privacy: ClassVar = dict.fromkeys(
        ("id", "pair", "answer", "score", "band", "vector", "given_by", "given_at"), Privacy.IDENTITY
    ) | {"model": Privacy.TECHNICAL, "note": Privacy.FREE_TEXT}

    id = models.BigAutoField(primary_key=True)
    pair = models.ForeignKey(MatchPair, models.PROTECT, related_name="verdicts", db_index=False)
    answer = models.CharField(_("risposta"), max_length=9, choices=Answer)
    note = models.CharField(_("nota"), max_length=300, blank=True)
    score = models.FloatField()
    band = models.CharField(max_length=8)
    vector = ArrayField(models.SmallIntegerField())
    model = models.CharField(max_length=40)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("risposta")
        verbose_name_plural = _("risposte")
        indexes = (models.Index(fields=["pair", "given_by", "id"], name="verdict_of_pair"),)

    def __str__(self) -> str:
        return f"{self.pair_id}: {self.answer}"
