# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weights that were learnt, what people did with them, and of which group of languages each answer is."""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.platform.privacy import Privacy

# Between the version of the delivered weights and the number of what was learnt: no delivered version has it.
LEARNT: Final = "+r"


class Group(models.TextChoices):
    """Whose names go wrong in the same ways. Told by `learning_group` in the database from script and citizenship."""

    ARABIC = "arabic", _("nomi in scrittura araba (arabo, urdu, persiano)")
    CHINESE = "chinese", _("nomi cinesi")
    CYRILLIC = "cyrillic", _("nomi in cirillico")
    INDIC = "indic", _("nomi in scritture dell'India e del Bangladesh")
    OTHER = "other", _("nomi in altre scritture")
    LATIN = "latin", _("nomi in lettere latine")


class LearntWeights(models.Model):
    """Weights as `matching.model.Model` reads them, from how many decided pairs, and how they did on others.

    `measured` has an entry a group, as `judging.Measured`. What made some group worse is kept as well, and cannot be
    taken.
    """

    append_only: ClassVar[bool] = True

    version = models.CharField(_("versione"), max_length=40, unique=True)
    weights = models.JSONField()
    pairs = models.PositiveIntegerField()
    # The newest answer that it knows: what another model is measured against must not know more.
    last_verdict = models.BigIntegerField()
    measured = models.JSONField()
    is_no_worse = models.BooleanField()
    proposed_at = models.DateTimeField(db_default=Now())
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("pesi appresi")
        verbose_name_plural = _("pesi appresi")

    def __str__(self) -> str:
        return self.version

    @property
    def corrects(self) -> str:
        """The version of the delivered weights that these correct."""
        return self.version.rpartition(LEARNT)[0]


class WeightsChoice(models.Model):
    """Somebody took weights or left them; without `weights`, the delivered ones. The last ones taken are in force."""

    append_only: ClassVar[bool] = True

    class Act(models.TextChoices):
        TAKE = "take", _("presi")
        LEAVE = "leave", _("lasciati")

    weights = models.ForeignKey(LearntWeights, models.PROTECT, null=True, related_name="choices")
    act = models.CharField(max_length=5, choices=Act)
    reason = models.CharField(_("motivo"), max_length=300)
    chosen_at = models.DateTimeField(db_default=Now())
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("scelta dei pesi")
        verbose_name_plural = _("scelte dei pesi")
        constraints = (
            models.CheckConstraint(
                condition=Q(act="take") | Q(weights__isnull=False), name="delivered_weights_are_not_left"
            ),
        )

    def __str__(self) -> str:
        return f"{self.act} {self.weights_id}"


class VerdictGroup(models.Model):
    """The group of languages of the two cards of an answer, written by the database when it is given.

    Apart from the answer, and shown to nobody: it would tell of a card that whoever answered may not see.
    """

    append_only: ClassVar[bool] = True

    privacy: ClassVar = {"verdict": Privacy.TECHNICAL, "group": Privacy.SPECIAL}

    verdict = models.OneToOneField("review.Verdict", models.PROTECT, primary_key=True, related_name="+")
    group = models.CharField(max_length=8, choices=Group)

    class Meta:
        verbose_name = _("gruppo di una risposta")
        verbose_name_plural = _("gruppi delle risposte")

    def __str__(self) -> str:
        return self.group
