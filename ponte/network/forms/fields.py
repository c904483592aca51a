# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields in which one writes the name of an area or an organisation; suggestions come as one types."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from ponte.network.areas import area_called
from ponte.network.models import Area, Organisation


class _NamedField(forms.CharField):
    """`list_id` is the page's datalist that the suggestions fill; `address` is where they come from."""

    list_id: str
    address: Any

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {
            "list": self.list_id,
            "autocomplete": "off",
            "hx-get": self.address,
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{self.list_id}",
        }


class AreaField(_NamedField):
    """An area by its name, ISTAT code or slug."""

    list_id = "area-names"
    address = reverse_lazy("network:area_names")

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return Area.objects.filter(pk=value).values_list("name", flat=True).first() or ""
        return value.name if isinstance(value, Area) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        area = area_called(text)
        if area is None:
            raise ValidationError(
                _("Nessun territorio si chiama «%(text)s»: scriva il nome di un comune, un ambito o una provincia."),
                params={"text": text},
            )
        return area


class OrganisationField(_NamedField):
    """An organisation by its name, short name or slug."""

    list_id = "organisation-names"
    address = reverse_lazy("network:organisation_names")

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Organisation) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        known = list(
            Organisation.objects.filter(Q(slug=text) | Q(name__iexact=text) | Q(short_name__iexact=text)).order_by(
                "pk"
            )
        )
        found = next((item for item in known if item.slug == text), known[0] if len(known) == 1 else None)
        if found is not None:
            return found
        if known:
            raise ValidationError(
                _("Più enti si chiamano «%(text)s»: scriva «%(slug)s» o «%(other)s»."),
                params={"text": text, "slug": known[0].slug, "other": known[1].slug},
            )
        raise ValidationError(
            _("Nessun ente si chiama «%(text)s»: scelga uno dei nomi proposti, oppure crei prima l'ente."),
            params={"text": text},
        )
