# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole intervention: a session with an attendance list, or any other one that is corrected."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Organisation, Project, Service
from ponte.platform.choices import FixedChoices
from ponte.platform.codes import language_choices
from ponte.register.entries import Entry, Participant
from ponte.register.forms.attendance import Attendance
from ponte.register.forms.fields import DayField, KindField, MinutesField, MunicipalityField, fixed, offer, with_blank
from ponte.register.forms.rows import RowFormSet, ShareFormSet
from ponte.register.models import Intervention, Setting, StaffMember

STAFF_OFFERED = 60


class WorkForm(forms.Form):
    """What was done, by whom and where."""

    date = DayField()
    starts_at = forms.TimeField(label=gettext_lazy("Ora"), required=False, widget=forms.TimeInput())
    kind = KindField()
    minutes = MinutesField()
    group = forms.CharField(label=gettext_lazy("Classe o gruppo"), required=False, max_length=120)
    partner = forms.CharField(label=gettext_lazy("Scuola, associazione o impresa"), required=False, max_length=160)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Ente che ha svolto il lavoro"), empty_label=None
    )
    staff = forms.MultipleChoiceField(
        label=gettext_lazy("Operatori"), required=False, widget=forms.SelectMultiple(attrs={"data-combobox": "on"})
    )
    other_staff = forms.CharField(
        label=gettext_lazy("Altri operatori"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("Nome e cognome di chi non è in elenco; più nomi separati da punto e virgola."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Lingue"),
        required=False,
        choices=language_choices,
        widget=forms.SelectMultiple(attrs={"data-combobox": "on"}),
    )
    setting = forms.ChoiceField(label=gettext_lazy("Luogo"), required=False, choices=fixed(Setting.choices))
    place = forms.CharField(label=gettext_lazy("Dove"), required=False, max_length=120)
    area = MunicipalityField()
    output = forms.CharField(
        label=gettext_lazy("Prodotto"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("Che cosa ne è uscito: un murale, un kit, una mostra."),
    )
    note = forms.CharField(
        label=gettext_lazy("Nota per l'équipe"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, service: Service, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisations = Organisation.objects.filter(
            Q(pk=service.provider_id) | Q(partnerships__service=service) | Q(partnerships__project__services=service)
        ).distinct()
        if wanted := self.initial.get("organisation"):
            organisations = organisations | Organisation.objects.filter(pk=wanted).distinct()
        offer(self, "organisation", organisations)
        names = StaffMember.objects.filter(organisation__in=organisations).values_list("name", flat=True)
        offered = list(dict.fromkeys([*self.initial.get("staff", ()), *sorted(names[:STAFF_OFFERED])]))
        offer(self, "staff", [(name, name) for name in offered])


class CorrectionForm(forms.Form):
    """Why an intervention is changed, and which of its versions was on the screen."""

    service = forms.ModelChoiceField(Service.objects.none(), label=gettext_lazy("Servizio"), empty_label=None)
    version = forms.IntegerField(widget=forms.HiddenInput())
    reason = forms.CharField(
        label=gettext_lazy("Motivo della correzione"),
        max_length=200,
        help_text=gettext_lazy("Resta nella storia dell'intervento, con lo stato precedente."),
    )

    def __init__(self, *args: Any, services: QuerySet[Service], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "service", services)


class VoidForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Motivo dell'annullamento"), max_length=200)


class SessionForm:
    """The parts of the page as one form: the work, the projects' shares, the attendance list and further rows."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        service: Service,
        attendance: Attendance,
        initial: Mapping[str, Any],
        correcting: Intervention | None = None,
        services: QuerySet[Service],
    ) -> None:
        self.service = service
        self.attendance = attendance
        self.work = WorkForm(data, service=service, initial=dict(initial.get("work", {})))
        self.shares = ShareFormSet(data, prefix="projects", initial=initial.get("projects"))
        people = {str(card.pk): card for card in attendance.people}
        named = FixedChoices(with_blank([(pk, card.display_name) for pk, card in people.items()]))
        self.rows = RowFormSet(
            data, prefix="rows", initial=initial.get("rows"), form_kwargs={"people": people, "named": named}
        )
        self.correction = (
            CorrectionForm(
                data, services=services, initial={"version": correcting.version, "service": correcting.service_id}
            )
            if correcting is not None
            else None
        )

    @cached_property
    def parts(self) -> list[forms.Form]:
        """Every form of the page, for the summary of what is wrong."""
        return [
            form
            for form in (self.work, *self.shares.forms, *self.rows.forms, self.correction)
            if isinstance(form, forms.Form)
        ]

    def is_valid(self) -> bool:
        valid = [self.work.is_valid(), self.shares.is_valid(), self.rows.is_valid()]
        if self.correction is not None:
            valid.append(self.correction.is_valid())
        if all(valid) and sum(self._shares().values(), Decimal(0)) > 1:
            self.work.add_error(
                None, _("Le quote dei progetti superano insieme il 100%: un'ora di lavoro si conta una volta.")
            )
            return False
        return all(valid)

    def entry(self) -> Entry:
        said = self.work.cleaned_data
        return Entry(
            service=self.correction.cleaned_data["service"] if self.correction else self.service,
            organisation=said["organisation"],
            kind=said["kind"],
            date=said["date"],
            starts_at=said["starts_at"],
            minutes=said["minutes"],
            setting=said["setting"],
            place=said["place"],
            area=said["area"],
            languages=said["languages"],
            group=said["group"],
            partner=said["partner"],
            output=said["output"],
            staff=[*said["staff"], *said["other_staff"].split(";")],
            note=said["note"],
            projects=self._shares(),
            participants=self._participants(),
        )

    def _shares(self) -> dict[Project, Decimal]:
        """Each project's share; those that were named without one divide what is left among them."""
        given: dict[Project, Decimal | None] = {
            form.cleaned_data["project"]: form.cleaned_data["percent"]
            for form in self.shares.forms
            if form.cleaned_data.get("project") and not form.cleaned_data.get("DELETE")
        }
        rest = 100 - sum(percent for percent in given.values() if percent is not None)
        without = sum(percent is None for percent in given.values())
        equal = max(Decimal(rest), Decimal(0)) / max(without, 1)
        parts = {project: (equal if percent is None else percent) / 100 for project, percent in given.items()}
        return {project: part.quantize(Decimal("0.001"), ROUND_DOWN) for project, part in parts.items() if part > 0}

    def _participants(self) -> list[Participant]:
        """Who was ticked, each once; the first further row of one of them says more of the same participation."""
        rows = [form.participant() for form in self.rows.forms if form.says_something()]
        participants = []
        for person in self.attendance.present():
            more = next((row for row in rows if row.card == person.card), None)
            if more is not None:
                rows.remove(more)
                person = replace(
                    more,
                    role=more.role or person.role,
                    first_contact=person.first_contact if more.first_contact is None else more.first_contact,
                )
            participants.append(person)
        return participants + rows
