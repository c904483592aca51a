# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The lists inside a service or a project: who takes part, who works there, where it is, who steers it.

Each list is a formset with a few empty lines at its end, so that it also grows without JavaScript.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.forms.fields import AreaField, OrganisationField
from ponte.network.models import GovernanceBody, Partnership, Project, Service, Site, StaffRole

EMPTY_LINES = 2
MOST_LINES = 200


class _Line(forms.Form):
    id = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PartnershipLine(_Line):
    organisation = OrganisationField(label=gettext_lazy("Ente"))
    role = forms.ChoiceField(label=gettext_lazy("Ruolo"), initial=Partnership.Role.PARTNER)
    note = forms.CharField(label=gettext_lazy("Nota"), required=False, max_length=200)

    def __init__(self, *args: Any, roles: Sequence[Partnership.Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(role.value, role.label) for role in roles]


class StaffLine(_Line):
    name = forms.CharField(label=gettext_lazy("Figura professionale"), max_length=150)
    count = forms.IntegerField(label=gettext_lazy("Quante persone"), required=False, min_value=1, max_value=10_000)
    note = forms.CharField(label=gettext_lazy("Nota"), required=False, max_length=200)


class SiteLine(_Line):
    name = forms.CharField(label=gettext_lazy("Sede"), max_length=150)
    area = AreaField(label=gettext_lazy("Comune"), required=False)
    address = forms.CharField(label=gettext_lazy("Indirizzo"), required=False, max_length=200)
    host = OrganisationField(label=gettext_lazy("Presso"), required=False)
    phone = forms.CharField(label=gettext_lazy("Telefono"), required=False, max_length=40)
    note = forms.CharField(label=gettext_lazy("Nota"), required=False, max_length=200)
    opening = forms.CharField(
        label=gettext_lazy("Orari"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=2000
    )


class BodyLine(_Line):
    name = forms.CharField(label=gettext_lazy("Organo"), max_length=150)
    members = forms.CharField(label=gettext_lazy("Composizione"), required=False, max_length=2000)
    description = forms.CharField(
        label=gettext_lazy("Descrizione"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=5000
    )


if TYPE_CHECKING:
    _LineSet = forms.BaseFormSet[_Line]
else:
    _LineSet = forms.BaseFormSet


class Lines(_LineSet):
    """The lines of one list."""

    def clean(self) -> None:
        """No organisation holds one role twice."""
        seen = set()
        for values in self.values():
            if "role" not in values or "organisation" not in values:
                continue
            key = (values["organisation"], values["role"])
            if key in seen:
                raise ValidationError(
                    _("«%(organisation)s» compare due volte nel ruolo «%(role)s»: lascia una riga sola."),
                    params={
                        "organisation": values["organisation"],
                        "role": Partnership.Role(values["role"]).label,
                    },
                )
            seen.add(key)

    def values(self) -> list[dict[str, Any]]:
        """What the lines say, in their order; `id` is that of a line that was there before."""
        filled = [form.cleaned_data for form in self.forms if getattr(form, "cleaned_data", None)]
        return [
            {name: value for name, value in values.items() if name != "DELETE"}
            for values in filled
            if not values.get("DELETE")
        ]


@dataclass(frozen=True, slots=True)
class LineList:
    """A list as its page shows it: `sizes` names the fields in their order, each with its width."""

    name: str
    title: str
    formset: Lines
    sizes: dict[str, str]

    def lines(self) -> list[tuple[_Line, list[tuple[forms.BoundField, str]]]]:
        return [self._line(form) for form in self.formset.forms]

    def empty_line(self) -> tuple[_Line, list[tuple[forms.BoundField, str]]]:
        return self._line(self.formset.empty_form)

    def _line(self, form: _Line) -> tuple[_Line, list[tuple[forms.BoundField, str]]]:
        return form, [(form[name], size) for name, size in self.sizes.items()]


PARTNERSHIP = {"organisation": "col-md-5", "role": "col-md-3", "note": "col-md-4"}
STAFF = {"count": "col-md-2", "name": "col-md-5", "note": "col-md-5"}
SITE = {
    "name": "col-md-4", "area": "col-md-4", "address": "col-md-4", "host": "col-md-4", "phone": "col-md-4",
    "note": "col-md-4", "opening": "col-12",
}  # fmt: skip
BODY = {"name": "col-md-4", "members": "col-md-8", "description": "col-12"}


def service_lists(service: Service | None, data: Any) -> list[LineList]:
    """The lists of a service; who provides it is said in the form itself."""
    owner = service or Service()
    roles = [role for role in Partnership.Role if role != Partnership.Role.PROVIDER]
    return [
        _partnerships(owner, roles, data),
        _list("staff_roles", _("Personale"), StaffLine, STAFF, owner, StaffRole.objects.all(), data),
        _list("sites", _("Sedi e orari"), SiteLine, SITE, owner, Site.objects.select_related("area", "host"), data),
    ]


def project_lists(project: Project | None, data: Any) -> list[LineList]:
    """The lists of a project; who leads it is said in the form itself."""
    owner = project or Project()
    roles = [role for role in Partnership.Role if role not in {Partnership.Role.LEAD, Partnership.Role.PROVIDER}]
    return [
        _partnerships(owner, roles, data),
        _list("governance_bodies", _("Organi di governo"), BodyLine, BODY, owner, GovernanceBody.objects.all(), data),
        _list("staff_roles", _("Personale"), StaffLine, STAFF, owner, StaffRole.objects.all(), data),
        _list("sites", _("Luoghi"), SiteLine, SITE, owner, Site.objects.select_related("area", "host"), data),
    ]


def _partnerships(owner: Service | Project, roles: Sequence[Partnership.Role], data: Any) -> LineList:
    rows = Partnership.objects.filter(role__in=roles).select_related("organisation")
    return _list("partnerships", _("Con chi"), PartnershipLine, PARTNERSHIP, owner, rows, data, roles=roles)


def _list(
    name: str,
    title: str,
    line: type[_Line],
    sizes: dict[str, str],
    owner: Service | Project,
    rows: QuerySet[Any],
    data: Any,
    **line_arguments: Any,
) -> LineList:
    of_owner = {"service" if isinstance(owner, Service) else "project": owner}
    present: list[Model] = list(rows.filter(**of_owner)) if owner.pk else []
    factory = forms.formset_factory(
        line, formset=Lines, extra=EMPTY_LINES, can_delete=True, max_num=MOST_LINES, validate_max=True
    )
    initial = [{field: getattr(row, field) for field in ("id", *sizes)} for row in present]
    formset = factory(data, initial=initial, prefix=name, form_kwargs=line_arguments)
    return LineList(name, title, cast(Lines, formset), sizes)
