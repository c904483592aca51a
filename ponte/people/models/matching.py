# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""By what a card is found among all the others; see `ponte.people.matching.keys`."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ponte.people.models.cards import Card
from ponte.platform.privacy import Privacy


class MatchKey(models.Model):
    """A blocking key of a card: a hash from which nothing is read back, but whose presence tells of a person.

    Written in the transaction of the card; some seventeen to a card, so that checking each reference would cost more
    than all else (`ponte check` does). A team sees the keys of the cards that it knows.
    """

    privacy: ClassVar = dict.fromkeys(("key", "card"), Privacy.IDENTITY)

    pk = models.CompositePrimaryKey("key", "card_id")
    key = models.BigIntegerField()
    card = models.ForeignKey(Card, models.CASCADE, related_name="match_keys", db_constraint=False)

    class Meta:
        verbose_name = _("chiave di confronto")
        verbose_name_plural = _("chiavi di confronto")

    def __str__(self) -> str:
        return f"{self.key:x}"


class FrequentKey(models.Model):
    """A key that many cards share, and how many did when they were last counted: it tells too little to look up by,
    and says how common a word of a name is. Each row is of more than a hundred cards, so it tells of nobody."""

    privacy: ClassVar = dict.fromkeys(("key", "cards"), Privacy.TECHNICAL)

    key = models.BigIntegerField(primary_key=True)
    cards = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("chiave frequente")
        verbose_name_plural = _("chiavi frequenti")

    def __str__(self) -> str:
        return f"{self.key:x}"
