# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two cards that may be of one person, and in whose queue they wait."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.matching.likeness import Band
from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class MatchPair(models.Model):
    """Two cards, how alike they were when they were compared, and what became of it.

    A pair waits in the queues of the services that know either card, none of them protected. What a protected
    service knows is a pair of its own, `guarded_by` it, which nobody else sees: proposed, asked and answered apart.
    """

    class Source(models.TextChoices):
        DEDUPE = "dedupe", _("confronto di tutto il registro")
        IMPORT = "import", _("importazione")
        INTAKE = "intake", _("accoglienza")
        SEARCH = "search", _("ricerca")
        MANUAL = "manual", _("unione a mano")

    class Drawn(models.TextChoices):
        """How the pair got its place: half of the queue is drawn by lot, so that precision can be measured."""

        CERTAIN = "certain", _("le più certe")
        RANDOM = "random", _("estratte a sorte")

    class Status(models.TextChoices):
        OPEN = "open", _("da guardare")
        WAITING = "waiting", _("in attesa di un'altra persona")
        SAME = "same", _("stessa persona")
        DIFFERENT = "different", _("persone diverse")
        UNDONE = "undone", _("decisione annullata")
        MOOT = "moot", _("già una persona sola")

    BANDS: ClassVar = [(str(band), band.label) for band in Band]
    WAITING_STATUSES = (Status.OPEN, Status.WAITING)

    privacy: ClassVar = dict.fromkeys(
        ("id", "card_a", "card_b", "score", "band", "vector", "status", "closed_at"), Privacy.IDENTITY
    ) | {
        "guarded_by": Privacy.SPECIAL,
        "model": Privacy.TECHNICAL,
        "source": Privacy.TECHNICAL,
        "drawn": Privacy.TECHNICAL,
        "lot": Privacy.TECHNICAL,
        "answers_after": Privacy.TECHNICAL,
        "is_urgent": Privacy.TECHNICAL,
        "proposed_at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    card_a = models.ForeignKey(Card, models.CASCADE, related_name="+")
    card_b = models.ForeignKey(Card, models.CASCADE, related_name="+")
    guarded_by = models.ForeignKey(Service, models.PROTECT, null=True, related_name="+")
    # The comparison: see `matching.likeness.Likeness`.
    score = models.FloatField(_("punteggio"))
    band = models.CharField(_("fascia"), max_length=8, choices=BANDS)
    vector = ArrayField(models.SmallIntegerField())
    model = models.CharField(max_length=40)
    source = models.CharField(_("da dove"), max_length=6, choices=Source)
    drawn = models.CharField(max_length=7, choices=Drawn)
    lot = models.FloatField()
    status = models.CharField(_("stato"), max_length=9, choices=Status, db_default=Status.OPEN, default=Status.OPEN)
    # A pair that is opened again does not count answers up to this one.
    answers_after = models.BigIntegerField(db_default=0, default=0)
    # Somebody has asked or waits: the others come to it first.
    is_urgent = models.BooleanField(db_default=False, default=False)
    proposed_at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("coppia da confrontare")
        verbose_name_plural = _("coppie da confrontare")
        constraints = (
            models.CheckConstraint(
                condition=Q(card_a__lt=models.F("card_b")), name="pair_names_the_lower_card_first"
            ),
            models.UniqueConstraint(
                fields=["card_a", "card_b", "guarded_by"], nulls_distinct=False, name="one_pair_of_two_cards"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "waiting"]) ^ Q(closed_at__isnull=False),
                name="a_pair_is_closed_when_it_no_longer_waits",
            ),
        )

    def __str__(self) -> str:
        return f"{self.card_a_id} {self.card_b_id}"

    @property
    def band_kind(self) -> str:
        """How the band is coloured."""
        return {Band.SAME: "success", Band.LIKELY: "primary", Band.POSSIBLE: "warning"}.get(
            Band(self.band), "secondary"
        )


class QueuePlace(models.Model):
    """Where in a service's queue a pair stands, kept by triggers: the next one is one step through an index."""

    privacy: ClassVar = dict.fromkeys(("id", "pair", "service"), Privacy.SPECIAL) | dict.fromkeys(
        ("drawn", "place", "is_open"), Privacy.TECHNICAL
    )

    id = models.BigAutoField(primary_key=True)
    pair = models.ForeignKey(MatchPair, models.CASCADE, related_name="places", db_index=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="+", db_index=False)
    drawn = models.CharField(max_length=7)
    # The lowest comes first: the most certain, or whose lot was drawn; before all, what somebody waits for.
    place = models.FloatField()
    is_open = models.BooleanField()

    class Meta:
        verbose_name = _("posto in coda")
        verbose_name_plural = _("posti in coda")
        constraints = (models.UniqueConstraint(fields=["pair", "service"], name="one_place_per_pair_and_service"),)
        indexes = (
            models.Index(fields=["service", "drawn", "place"], name="queue_of_service", condition=Q(is_open=True)),
        )

    def __str__(self) -> str:
        return f"{self.service_id}: {self.pair_id}"
