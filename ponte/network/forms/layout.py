# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the long forms are laid out: sections with a title, fields with a width."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HALF, THIRD, QUARTER, WHOLE = "col-md-6", "col-md-4", "col-md-3", "col-12"
Sections = Sequence[tuple[str | Promise, dict[str, str]]]

ORGANISATION: Sections = (
    (
        _("Chi è"),
        {"name": HALF, "kind": QUARTER, "short_name": QUARTER, "other_names": WHOLE, "description": WHOLE},
    ),
    (_("Recapiti"), {"area": HALF, "address": HALF, "phone": THIRD, "email": THIRD, "website": THIRD}),
)
PERIOD = {
    "starts_on": QUARTER,
    "ends_on": QUARTER,
    "period_note": HALF,
    "reporting_period": HALF,
    "position": QUARTER,
}
NOTES = {"partners_note": HALF, "funders_note": HALF}
SERVICE: Sections = (
    (
        _("Che cos'è"),
        {
            "name": HALF, "kind": HALF, "provider": HALF, "confidentiality": HALF, "other_names": HALF,
            "projects": HALF, "description": WHOLE, "objectives": HALF, "activities": HALF,
        },
    ),
    (
        _("Come si usa"),
        {"audience": WHOLE, "how_to_access": HALF, "what_to_bring": HALF, "languages": HALF, "phone": HALF},
    ),
    (_("Dove"), {"territory": WHOLE, "areas": WHOLE}),
    (_("Quando"), PERIOD),
    (_("Note per il rapporto"), NOTES),
)  # fmt: skip
PROJECT: Sections = (
    (
        _("Che cos'è"),
        {
            "name": HALF, "lead": HALF, "field": HALF, "status": HALF, "other_names": WHOLE, "website": HALF,
            "phone": HALF, "description": WHOLE, "context": WHOLE,
        },
    ),
    (
        _("Che cosa fa"),
        {"audience": WHOLE, "objectives": HALF, "activities": HALF, "expected_results": WHOLE},
    ),
    (_("Dove"), {"territory": WHOLE, "areas": WHOLE}),
    (_("Quando"), PERIOD),
    (_("Note per il rapporto"), NOTES | {"governance_note": WHOLE}),
)  # fmt: skip
DISTRICT: Sections = (
    (
        _("L'ambito"),
        {"name": HALF, "parent": HALF, "period_note": HALF, "description": WHOLE, "municipalities": WHOLE},
    ),
)


def laid_out(
    form: "forms.ModelForm[Any]", sections: Sections
) -> list[tuple[str | Promise, list[tuple[forms.BoundField, str]]]]:
    """The form's fields in their sections. Raises `LookupError` for a field that no section shows."""
    shown = {name for _title, fields in sections for name in fields}
    if forgotten := set(form.fields) - shown:
        raise LookupError(f"No section of the form shows {', '.join(sorted(forgotten))}.")
    return [(title, [(form[name], size) for name, size in fields.items()]) for title, fields in sections]
