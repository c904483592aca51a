# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom we serve: cards, and the persons that they describe.

What a desk registers is a card. A person is a set of cards that people hold to be the same human being.
Every relation points to a card and never moves.
"""

import secrets
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Area, Service
from ponte.platform.audit.watching import Watched
from ponte.platform.partial_dates import PartialDate
from ponte.platform.privacy import Privacy
from ponte.platform.vault.fields import EncryptedTextField

CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0, 1, I, O: it is read out on the telephone


def new_code() -> str:
    """A random code of eight characters, never derived from the person."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(8))


class Person(models.Model):
    """One human being, as far as is known: the cards with this person."""

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "household": Privacy.IDENTITY,
        "created_at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    # Derived, and only for a person of several cards: the one household with which they count.
    household = models.ForeignKey("Household", models.PROTECT, null=True, editable=False, related_name="+")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("persona")
        verbose_name_plural = _("persone")

    def __str__(self) -> str:
        return f"#{self.pk}"


class Household(models.Model):
    """People who live together as a family; the members are cards with their role."""

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "created_at": Privacy.TECHNICAL,
        "import_source": Privacy.TECHNICAL,
        "import_ref": Privacy.IDENTITY,
    }

    id = models.BigAutoField(primary_key=True)
    # The file it came from and that file's word for it, as in `Card`.
    import_source = models.CharField(max_length=80, blank=True, editable=False, db_default="")
    import_ref = models.CharField(max_length=80, blank=True, editable=False, db_default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("nucleo familiare")
        verbose_name_plural = _("nuclei familiari")
        constraints = (
            models.UniqueConstraint(
                fields=["import_source", "import_ref"],
                condition=~Q(import_ref=""),
                name="one_household_per_imported_ref",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk}"


class Answer(models.TextChoices):
    """Why a field is empty. A form never forces a lie: these are answers too."""

    UNKNOWN = "unknown", _("non lo sa")
    NOT_ASKED = "not_asked", _("non chiesto")
    REFUSED = "refused", _("preferisce non dirlo")


class Card(Watched):
    """What one desk wrote down about one person."""

    seen_action: ClassVar[str] = "people.see_people"

    class Sex(models.TextChoices):
        FEMALE = "F", _("donna")
        MALE = "M", _("uomo")
        OTHER = "X", _("altro")

    class Education(models.TextChoices):
        NONE = "none", _("nessun titolo")
        PRIMARY = "primary", _("scuola primaria")
        LOWER_SECONDARY = "lower_secondary", _("scuola secondaria di primo grado")
        UPPER_SECONDARY = "upper_secondary", _("scuola secondaria di secondo grado")
        DEGREE = "degree", _("laurea")

    class Employment(models.TextChoices):
        EMPLOYED = "employed", _("occupato/a")
        UNEMPLOYED = "unemployed", _("in cerca di lavoro")
        STUDENT = "student", _("studente/ssa")
        INACTIVE = "inactive", _("non attivo/a")

    class HouseholdRole(models.TextChoices):
        HEAD = "head", _("intestatario/a")
        PARTNER = "partner", _("coniuge o convivente")
        CHILD = "child", _("figlio/a")
        OTHER = "other", _("altro")

    class Channel(models.TextChoices):
        PHONE = "phone", _("telefono")
        MESSAGE = "message", _("messaggio")
        EMAIL = "email", _("e-mail")
        LETTER = "letter", _("lettera")
        IN_PERSON = "in_person", _("di persona")

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "code": Privacy.IDENTITY,
        "person": Privacy.IDENTITY,
        "given_name": Privacy.IDENTITY,
        "family_name": Privacy.IDENTITY,
        "native_name": Privacy.IDENTITY,
        "chosen_name": Privacy.SPECIAL,
        "sex": Privacy.DEMOGRAPHIC,
        "birth_year": Privacy.IDENTITY,
        "birth_month": Privacy.IDENTITY,
        "birth_day": Privacy.IDENTITY,
        "birth_place": Privacy.IDENTITY,
        "birth_country": Privacy.DEMOGRAPHIC,
        "citizenships": Privacy.DEMOGRAPHIC,
        "languages": Privacy.DEMOGRAPHIC,
        "needs_mediator": Privacy.DEMOGRAPHIC,
        "phone": Privacy.CONTACT,
        "email": Privacy.CONTACT,
        "preferred_channel": Privacy.CONTACT,
        "preferred_language": Privacy.CONTACT,
        "address": Privacy.CONTACT,
        "postcode": Privacy.CONTACT,
        "area": Privacy.DEMOGRAPHIC,
        "education": Privacy.DEMOGRAPHIC,
        "employment": Privacy.DEMOGRAPHIC,
        "household": Privacy.IDENTITY,
        "household_role": Privacy.IDENTITY,
        "answers": Privacy.TECHNICAL,
        "notes": Privacy.FREE_TEXT,
        "registered_by": Privacy.SPECIAL,
        "import_source": Privacy.TECHNICAL,
        "import_ref": Privacy.IDENTITY,
        "import_digests": Privacy.IDENTITY,
        "keys_version": Privacy.TECHNICAL,
        "created_by": Privacy.TECHNICAL,
        "created_at": Privacy.TECHNICAL,
        "updated_at": Privacy.TECHNICAL,
        "erased_at": Privacy.TECHNICAL,
    }

    # The columns of which `display_name` and `shown_native_name` are made.
    NAMES = ("given_name", "family_name", "native_name", "chosen_name")

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("codice"), max_length=8, unique=True, default=new_code, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="cards", editable=False)

    given_name = models.CharField(_("nome"), max_length=100, blank=True)
    family_name = models.CharField(_("cognome"), max_length=100, blank=True)
    native_name = models.CharField(_("nome nella sua scrittura"), max_length=200, blank=True)
    chosen_name = models.CharField(_("nome scelto"), max_length=100, blank=True)

    sex = models.CharField(_("sesso"), max_length=1, choices=Sex, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("anno di nascita"), null=True, blank=True)
    birth_month = models.PositiveSmallIntegerField(_("mese di nascita"), null=True, blank=True)
    birth_day = models.PositiveSmallIntegerField(_("giorno di nascita"), null=True, blank=True)
    birth_place = models.CharField(_("luogo di nascita"), max_length=100, blank=True)
    birth_country = models.CharField(_("paese di nascita"), max_length=2, blank=True)
    citizenships = ArrayField(
        models.CharField(max_length=2), verbose_name=_("cittadinanze"), default=list, blank=True
    )
    # ISO 639-3, best known first.
    languages = ArrayField(models.CharField(max_length=3), verbose_name=_("lingue"), default=list, blank=True)
    needs_mediator = models.BooleanField(_("serve un mediatore"), null=True, blank=True)

    phone = models.CharField(_("telefono"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    preferred_channel = models.CharField(
        _("come preferisce essere contattato/a"), max_length=10, choices=Channel, blank=True
    )
    preferred_language = models.CharField(_("lingua preferita"), max_length=3, blank=True)
    address = models.CharField(_("indirizzo"), max_length=200, blank=True)
    postcode = models.CharField(_("CAP"), max_length=10, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("comune"), related_name="+")
    education = models.CharField(_("titolo di studio"), max_length=16, choices=Education, blank=True)
    employment = models.CharField(_("lavoro"), max_length=12, choices=Employment, blank=True)
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("nucleo")
    )
    household_role = models.CharField(_("ruolo nel nucleo"), max_length=8, choices=HouseholdRole, blank=True)

    # {"birth_date": "refused"}: for a field left empty, why. A field not named here was not asked.
    answers = models.JSONField(default=dict, blank=True)
    notes = EncryptedTextField(_("note"), blank=True)

    registered_by = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="registered_cards",
        verbose_name=_("registrata da"),
    )  # fmt: skip
    # The file it came from and that file's identifier: importing a file twice finds its cards again.
    import_source = models.CharField(max_length=80, blank=True, editable=False)
    import_ref = models.CharField(max_length=80, blank=True, editable=False)
    # What the file last said in each column, as a digest: importing again applies only what the file changed since.
    import_digests = models.JSONField(null=True, editable=False)
    # Of the matching keys; below `matching.keys.VERSION` they are made again in the background.
    keys_version = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(_("registrata il"), db_default=Now())
    updated_at = models.DateTimeField(_("aggiornata il"), auto_now=True)
    # Since then the card says nothing of anybody: it only keeps figures right. See docs/adr/0030.
    erased_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("scheda anagrafica")
        verbose_name_plural = _("schede anagrafiche")
        constraints = (
            models.CheckConstraint(
                condition=~Q(given_name="", family_name="", native_name="", chosen_name="")
                | Q(erased_at__isnull=False),
                name="card_has_a_name",
                violation_error_message=_("Serve almeno un nome."),
            ),
            models.CheckConstraint(
                condition=(Q(birth_day__isnull=True) | Q(birth_month__isnull=False))
                & (Q(birth_month__isnull=True) | Q(birth_year__isnull=False)),
                name="birth_date_is_as_precise_as_told",
                violation_error_message=_("Del giorno serve il mese, e del mese l'anno."),
            ),
            models.CheckConstraint(
                condition=Q(birth_month__isnull=True) | Q(birth_month__range=(1, 12)),
                name="birth_month_is_a_month",
            ),
            models.CheckConstraint(
                condition=Q(birth_day__isnull=True) | Q(birth_day__range=(1, 31)), name="birth_day_is_a_day"
            ),
            models.UniqueConstraint(
                fields=["import_source", "import_ref"],
                condition=~Q(import_ref=""),
                name="one_card_per_imported_ref",
            ),
        )
        indexes = (
            models.Index(
                fields=["phone"], name="card_by_phone", opclasses=["varchar_pattern_ops"], condition=~Q(phone="")
            ),
            models.Index(fields=["import_ref"], name="card_by_import_ref", condition=~Q(import_ref="")),
            models.Index(fields=["keys_version"], name="card_by_keys_version"),
        )

    def __str__(self) -> str:
        return self.display_name

    @property
    def born(self) -> PartialDate | None:
        """The date of birth, as precise as it was told."""
        if self.birth_year is None:
            return None
        return PartialDate(self.birth_year, self.birth_month, self.birth_day)

    @property
    def shown_native_name(self) -> str:
        """The name in the person's script; not beside a chosen name, which it might contradict."""
        return "" if self.chosen_name else self.native_name

    @property
    def display_name(self) -> str:
        """The name to call the person by: the chosen one where there is one, never the legal one beside it."""
        given = self.chosen_name or self.given_name
        return f"{given} {self.family_name}".strip() or self.native_name
