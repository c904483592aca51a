# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What we did: interventions and who took part."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Area, Organisation, Project, Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class Setting(models.TextChoices):
    OFFICE = "office", _("in sede")
    STREET = "street", _("in strada")
    INDOOR = "indoor", _("in appartamento")
    SCHOOL = "school", _("a scuola")
    HOME = "home", _("a domicilio")
    PRISON = "prison", _("in carcere")
    HOSPITAL = "hospital", _("in ospedale")
    ONLINE = "online", _("on-line")
    PHONE = "phone", _("al telefono")
    OTHER = "other", _("altro")


class StaffMember(models.Model):
    """Someone who delivers work for an organisation, with or without a sign-in of their own."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="staff_members")
    name = models.CharField(_("nome"), max_length=150)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="staff_members"
    )

    class Meta:
        verbose_name = _("operatore")
        verbose_name_plural = _("operatori")
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=["organisation", "name"], name="one_staff_member_per_name"),)

    def __str__(self) -> str:
        return self.name


class Intervention(models.Model):
    """Something that staff did at a time, for a service. Recorded once, however many projects it counts for.

    It holds nothing of any person: who took part stands in `Participation`, what was said in
    `InterventionNote`. A voided intervention stays in its table and counts nowhere.
    """

    class Kind(models.TextChoices):
        INTERVIEW = "interview", _("colloquio")
        MEDIATION = "mediation", _("mediazione")
        INFORMATION = "information", _("informazione")
        PHONE_CALL = "phone_call", _("telefonata")
        TRANSLATION = "translation", _("traduzione")
        REFERRAL = "referral", _("invio")
        WORKSHOP = "workshop", _("laboratorio")
        COURSE_SESSION = "course_session", _("lezione")
        TRAINING = "training", _("formazione")
        MEETING = "meeting", _("riunione")
        GROUP_SESSION = "group_session", _("incontro di gruppo")
        OUTING_CONTACT = "outing_contact", _("contatto in uscita")
        TEST = "test", _("test")
        PLACEMENT = "placement", _("inserimento lavorativo")
        DISTRIBUTION = "distribution", _("distribuzione")
        BULLETIN_ISSUE = "bulletin_issue", _("numero del bollettino")
        OTHER = "other", _("altro")

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(
        Service, models.PROTECT, related_name="interventions", verbose_name=_("servizio"), db_index=False
    )
    # The organisation that did the work: the provider, or a partner working for the service.
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="interventions", verbose_name=_("ente"), db_index=False
    )
    kind = models.CharField(_("tipo"), max_length=16, choices=Kind)
    date = models.DateField(_("data"))
    starts_at = models.TimeField(_("ora"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("durata in minuti"), null=True, blank=True)
    setting = models.CharField(_("luogo"), max_length=10, choices=Setting, blank=True)
    place = models.CharField(_("dove"), max_length=120, blank=True)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("comune"),
        db_index=False,
    )
    languages = ArrayField(models.CharField(max_length=3), verbose_name=_("lingue"), default=list, blank=True)
    staff = models.ManyToManyField(StaffMember, blank=True, related_name="interventions", verbose_name=_("operatori"))
    group = models.CharField(_("classe o gruppo"), max_length=120, blank=True)
    partner = models.CharField(_("scuola, associazione o impresa"), max_length=160, blank=True)
    output = models.CharField(_("prodotto"), max_length=160, blank=True)

    import_source = models.CharField(max_length=80, blank=True, editable=False)
    import_ref = models.CharField(max_length=80, blank=True, editable=False)
    # Of what its file last said: importing again applies only what the file changed since.
    import_digest = models.CharField(max_length=20, blank=True, editable=False, db_default="")
    # Counts corrections: each leaves the former state in `InterventionVersion`.
    version = models.PositiveSmallIntegerField(_("versione"), default=1, editable=False)
    voided_at = models.DateTimeField(_("annullato il"), null=True, editable=False)
    void_reason = models.CharField(_("motivo dell'annullamento"), max_length=200, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(_("registrato il"), db_default=Now())

    class Meta:
        verbose_name = _("intervento")
        verbose_name_plural = _("interventi")
        ordering = ("-date", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gt=0),
                name="minutes_are_above_zero",
                violation_error_message=_("La durata è un numero di minuti maggiore di zero."),
            ),
            models.UniqueConstraint(
                fields=["import_source", "import_ref"],
                condition=~Q(import_ref=""),
                name="one_intervention_per_imported_ref",
            ),
        )
        indexes = (
            # Counting a period's work and its hours reads this index alone.
            models.Index(
                fields=["service", "-date", "-id"], include=["minutes", "voided_at"], name="intervention_by_service"
            ),
            models.Index(fields=["organisation", "-date", "-id"], name="intervention_by_organisation"),
            models.Index(fields=["-date", "-id"], name="intervention_by_date"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}"

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        """As Django's own, which goes through all kinds for every row of a list."""
        return str(self.Kind(self.kind).label)


class InterventionNote(models.Model):
    """What staff wrote about an intervention. It stays inside the team."""

    privacy: ClassVar = {
        "intervention": Privacy.TECHNICAL,
        "text": Privacy.FREE_TEXT,
    }

    intervention = models.OneToOneField(Intervention, models.CASCADE, primary_key=True, related_name="note")
    text = models.TextField(_("note"))

    class Meta:
        verbose_name = _("nota dell'intervento")
        verbose_name_plural = _("note degli interventi")

    def __str__(self) -> str:
        return self.text[:40]


class ProjectShare(models.Model):
    """The part of an intervention that counts for a project; hours are multiplied by it."""

    intervention = models.ForeignKey(Intervention, models.CASCADE, related_name="project_shares")
    project = models.ForeignKey(Project, models.PROTECT, related_name="shares", verbose_name=_("progetto"))
    share = models.DecimalField(_("quota"), max_digits=4, decimal_places=3, default=1)

    class Meta:
        verbose_name = _("quota di progetto")
        verbose_name_plural = _("quote di progetto")
        constraints = (
            models.UniqueConstraint(fields=["intervention", "project"], name="one_share_per_project"),
            models.CheckConstraint(condition=Q(share__gt=0, share__lte=1), name="share_is_a_part_of_one"),
        )

    def __str__(self) -> str:
        return f"{self.project_id}: {self.share}"


class Participation(models.Model):
    """Who took part: a registered person, a code, or a headcount of people never named; or nobody,
    where the row tells of a test, a referral or a first contact of someone not counted otherwise.

    `group`, `partner` and `output` are empty where the intervention's own hold; two classes in one workshop,
    or a fair with several employers, have a row each with its own.
    """

    class Role(models.TextChoices):
        CLIENT = "client", _("utente")
        PARENT = "parent", _("genitore")
        STUDENT = "student", _("studente/ssa")
        TEACHER = "teacher", _("insegnante")
        SCHOOL_HEAD = "school_head", _("dirigente scolastico")
        COACH = "coach", _("allenatore/trice")
        YOUNG_PERSON = "young_person", _("giovane")
        PRISON_OFFICER = "prison_officer", _("agente penitenziario")
        OPERATOR = "operator", _("operatore")
        CITIZEN = "citizen", _("cittadino/a")
        OTHER = "other", _("altro")

    class Result(models.TextChoices):
        NEGATIVE = "negative", _("negativo")
        REACTIVE = "reactive", _("reattivo")
        NEW_POSITIVE = "new_positive", _("nuova positività")
        KNOWN_POSITIVE = "known_positive", _("positività già nota")
        INVALID = "invalid", _("non valido")

    class Outcome(models.TextChoices):
        RESOLVED = "resolved", _("richiesta risolta")
        FOLLOW_UP = "follow_up", _("da seguire")
        REFERRED = "referred", _("inviato/a a un altro servizio")
        NO_SHOW = "no_show", _("non si è presentato/a")

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "intervention": Privacy.TECHNICAL,
        "position": Privacy.TECHNICAL,
        "card": Privacy.SPECIAL,
        "code": Privacy.SPECIAL,
        "headcount": Privacy.DEMOGRAPHIC,
        "role": Privacy.DEMOGRAPHIC,
        "first_contact": Privacy.SPECIAL,
        "referred_to": Privacy.SPECIAL,
        "referred_to_service": Privacy.SPECIAL,
        "group": Privacy.DEMOGRAPHIC,
        "partner": Privacy.DEMOGRAPHIC,
        "output": Privacy.TECHNICAL,
        "test": Privacy.SPECIAL,
        "result": Privacy.SPECIAL,
        "outcome": Privacy.SPECIAL,
    }

    id = models.BigAutoField(primary_key=True)
    intervention = models.ForeignKey(Intervention, models.CASCADE, related_name="participations")
    position = models.PositiveIntegerField(default=0)
    card = models.ForeignKey(
        Card, models.PROTECT, null=True, blank=True, related_name="participations", verbose_name=_("persona")
    )
    # Made by the person and the team, stable across contacts; never in the registry's search.
    code = models.CharField(_("codice"), max_length=20, blank=True)
    headcount = models.PositiveIntegerField(_("quante persone"), null=True, blank=True)
    role = models.CharField(_("ruolo"), max_length=14, choices=Role, blank=True)
    first_contact = models.BooleanField(_("primo contatto"), null=True, blank=True)
    referred_to = models.CharField(_("inviato a"), max_length=160, blank=True)
    referred_to_service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
        verbose_name=_("inviato al servizio"),
    )  # fmt: skip
    group = models.CharField(_("classe o gruppo"), max_length=120, blank=True)
    partner = models.CharField(_("scuola, associazione o impresa"), max_length=160, blank=True)
    output = models.CharField(_("prodotto"), max_length=160, blank=True)
    test = models.CharField(_("test"), max_length=40, blank=True)
    result = models.CharField(_("risultato del test"), max_length=14, choices=Result, blank=True)
    outcome = models.CharField(_("esito"), max_length=10, choices=Outcome, blank=True, db_default="")

    class Meta:
        verbose_name = _("partecipazione")
        verbose_name_plural = _("partecipazioni")
        ordering = ("intervention", "position", "id")
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(card__isnull=True, code="")
                    | Q(card__isnull=True, headcount__isnull=True)
                    | Q(code="", headcount__isnull=True)
                ),
                name="participation_is_a_person_a_code_or_a_headcount",
                violation_error_message=_("Una riga è una persona, un codice o un numero di persone."),
            ),
            models.CheckConstraint(
                condition=Q(headcount__isnull=True) | Q(headcount__gt=0), name="headcount_is_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(result="") | ~Q(test=""),
                name="a_result_is_of_a_test",
                violation_error_message=_("Un risultato c'è solo se c'è un test."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.intervention_id}/{self.position}"


class InterventionVersion(models.Model):
    """An intervention as it stood before a correction, whole, with who changed it and why.

    `state` holds the intervention's fields and its participations as JSON, people by card id only.
    """

    append_only: ClassVar[bool] = True

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "intervention": Privacy.TECHNICAL,
        "version": Privacy.TECHNICAL,
        "state": Privacy.FREE_TEXT,
        "reason": Privacy.FREE_TEXT,
        "replaced_by": Privacy.TECHNICAL,
        "replaced_at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    state = models.JSONField()
    reason = models.CharField(_("motivo"), max_length=200, blank=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    replaced_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("versione precedente")
        verbose_name_plural = _("versioni precedenti")
        ordering = ("intervention", "version")
        constraints = (models.UniqueConstraint(fields=["intervention", "version"], name="one_state_per_version"),)

    def __str__(self) -> str:
        return f"{self.intervention_id} v{self.version}"
