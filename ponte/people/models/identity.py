# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which cards are one person: an append-only log of decisions, and who knows whom."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models.cards import Card, Person
from ponte.platform.privacy import Privacy


class IdentityDecision(models.Model):
    """Someone held two cards to be the same person, or different ones, or took such a decision back."""

    append_only: ClassVar[bool] = True

    class Verdict(models.TextChoices):
        SAME = "same", _("stessa persona")
        DIFFERENT = "different", _("persone diverse")
        UNDO = "undo", _("decisione annullata")

    class Override(models.TextChoices):
        """What spoke against a join and was looked at: each takes a reason."""

        DOCUMENTS = "documents", _("uno dei documenti è sbagliato")
        BRIDGE = "bridge", _("le schede sono state confrontate tutte")

    privacy: ClassVar = dict.fromkeys(
        ("id", "card_a", "card_b", "verdict", "undoes", "overrides", "batch", "decided_by", "decided_at"),
        Privacy.IDENTITY,
    ) | {"reason": Privacy.FREE_TEXT, "guarded_by": Privacy.SPECIAL}

    id = models.BigAutoField(primary_key=True)
    card_a = models.ForeignKey(Card, models.PROTECT, related_name="+")
    card_b = models.ForeignKey(Card, models.PROTECT, related_name="+")
    verdict = models.CharField(_("decisione"), max_length=9, choices=Verdict)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    overrides = ArrayField(
        models.CharField(max_length=9, choices=Override), verbose_name=_("nonostante"), default=list, db_default=[],
        blank=True,
    )  # fmt: skip
    reason = models.CharField(_("motivo"), max_length=300, blank=True)
    # Decisions of one act have one batch, and are taken back together.
    batch = models.UUIDField(null=True, editable=False)
    # The protected service through which alone whoever decided knows one of the cards: its team only sees this.
    guarded_by = models.ForeignKey(Service, models.PROTECT, null=True, editable=False, related_name="+")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("decisione di identità")
        verbose_name_plural = _("decisioni di identità")
        constraints = (
            models.CheckConstraint(
                condition=Q(card_a__lt=models.F("card_b")), name="decision_names_the_lower_card_first"
            ),
            models.CheckConstraint(condition=Q(verdict="undo") ^ Q(undoes__isnull=True), name="only_an_undo_undoes"),
            models.CheckConstraint(
                condition=Q(overrides=[]) | ~Q(reason=""),
                name="an_override_has_a_reason",
                violation_error_message=_("Scriva il motivo."),
            ),
        )
        indexes = (models.Index(fields=["batch"], name="decision_by_batch", condition=Q(batch__isnull=False)),)

    def __str__(self) -> str:
        return f"{self.card_a_id} {self.verdict} {self.card_b_id}"


class ValueChoice(models.Model):
    """Of a person's several cards, the one that says what is so, for one field; in force while `decision` is.

    The latest in force counts. Where its card may not be seen, it is as if it had not been made.
    """

    append_only: ClassVar[bool] = True

    class Field(models.TextChoices):
        NAME = "name", _("nome")
        SEX = "sex", _("sesso")
        BIRTH_DATE = "birth_date", _("data di nascita")
        BIRTH_PLACE = "birth_place", _("luogo di nascita")
        BIRTH_COUNTRY = "birth_country", _("paese di nascita")
        NEEDS_MEDIATOR = "needs_mediator", _("serve un mediatore")
        PHONE = "phone", _("telefono")
        EMAIL = "email", _("e-mail")
        PREFERENCE = "preference", _("come preferisce essere contattato/a")
        ADDRESS = "address", _("indirizzo")
        AREA = "area", _("comune")
        EDUCATION = "education", _("titolo di studio")
        EMPLOYMENT = "employment", _("lavoro")
        HOUSEHOLD = "household", _("nucleo")

    privacy: ClassVar = dict.fromkeys(("id", "decision", "field", "card", "chosen_by", "chosen_at"), Privacy.IDENTITY)

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(IdentityDecision, models.PROTECT, related_name="choices")
    field = models.CharField(_("campo"), max_length=16, choices=Field)
    card = models.ForeignKey(Card, models.PROTECT, related_name="+")
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    chosen_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("valore scelto")
        verbose_name_plural = _("valori scelti")

    def __str__(self) -> str:
        return f"{self.field}: {self.card_id}"


class CardOrigin(models.Model):
    """The person that a card was registered with, kept once the card has been in a person of several cards.

    Written by the database alone: whichever cards come together and part again, each finds its own person.
    """

    privacy: ClassVar = {"card": Privacy.IDENTITY, "person": Privacy.IDENTITY}

    card = models.OneToOneField(Card, models.CASCADE, primary_key=True, related_name="+")
    person = models.OneToOneField(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("prima persona della scheda")
        verbose_name_plural = _("prime persone delle schede")

    def __str__(self) -> str:
        return f"{self.card_id}: {self.person_id}"


class AcquaintanceQuerySet(models.QuerySet["Acquaintance"]):
    def for_user(self, user: Any) -> "AcquaintanceQuerySet":
        """Without those that a team keeps for others than this user."""
        return self.filter(Q(guarded_for=None) | Q(guarded_for__contains=[user.pk]))


class Acquaintance(models.Model):
    """A service knows a card: it registered it, enrolled it, or met the person.

    Derived in the transaction that makes it true, so that row-level security asks one small index. A row
    says that knowing began, never that it ended.
    """

    privacy: ClassVar = dict.fromkeys(("id", "card", "service", "since", "guarded_for"), Privacy.SPECIAL)

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.CASCADE, related_name="acquaintances", db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="acquaintances", db_index=False)
    since = models.DateTimeField(db_default=Now())
    # The users of the team who alone may know of it; null where the whole team may. See `people.access`.
    guarded_for = ArrayField(models.BigIntegerField(), null=True, editable=False)

    objects: ClassVar = AcquaintanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("conoscenza")
        verbose_name_plural = _("conoscenze")
        constraints = (
            models.UniqueConstraint(
                fields=["card", "service"], include=["guarded_for"], name="one_acquaintance_per_card_and_service"
            ),
        )
        indexes = (
            models.Index(fields=["service", "-since"], name="acquaintance_by_service"),
            models.Index(fields=["service"], name="acquaintance_guarded", condition=Q(guarded_for__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.service_id} → {self.card_id}"


class NameToken(models.Model):
    """A word of one of a card's names, folded to plain lower-case letters, for search by prefix."""

    privacy: ClassVar = dict.fromkeys(("id", "card", "token"), Privacy.IDENTITY)

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.CASCADE, related_name="name_tokens", db_index=False)
    token = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("parola del nome")
        verbose_name_plural = _("parole dei nomi")
        indexes = (
            models.Index(fields=["token"], name="name_token_prefix", opclasses=["varchar_pattern_ops"]),
            # Whether a card found by one word of a name has the others too.
            models.Index(
                fields=["card", "token"], name="name_token_of_card", opclasses=["int8_ops", "varchar_pattern_ops"]
            ),
        )

    def __str__(self) -> str:
        return self.token


class KnownName(models.Model):
    """A word of a name under each service that knows the card, so that a team searches among its own people only.

    Triggers derive it from `Acquaintance` and `NameToken`; nobody writes it. Only the index is ever read.
    """

    privacy: ClassVar = dict.fromkeys(("id", "card", "service", "token"), Privacy.SPECIAL)

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(Service, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    card = models.ForeignKey(Card, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    token = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("nome conosciuto")
        verbose_name_plural = _("nomi conosciuti")
        constraints = (
            models.UniqueConstraint(
                fields=["service", "token", "card"],
                name="known_name_once",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        )

    def __str__(self) -> str:
        return self.token
