# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a value was refused, in the language asked: pydantic speaks English alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, str | Promise] = {
    "missing": _("Manca."),
    "extra_forbidden": _("Questo campo non esiste."),
    "string_type": _("Serve un testo."),
    "string_unicode": _("Il testo non è Unicode valido."),
    "string_too_short": _("Il testo è troppo corto."),
    "string_too_long": _("Il testo è troppo lungo."),
    "string_pattern_mismatch": _("Il testo non ha la forma attesa."),
    "int_type": _("Serve un numero intero."),
    "int_parsing": _("Serve un numero intero."),
    "int_from_float": _("Serve un numero intero."),
    "int_parsing_size": _("Il numero è troppo grande."),
    "bool_type": _("Serve true o false."),
    "bool_parsing": _("Serve true o false."),
    "list_type": _("Serve un elenco."),
    "too_long": _("L'elenco è troppo lungo."),
    "dict_type": _("Serve un oggetto."),
    "model_attributes_type": _("Serve un oggetto."),
    "greater_than_equal": _("Il numero è troppo piccolo."),
    "less_than_equal": _("Il numero è troppo grande."),
    "enum": _("Non è tra i valori ammessi."),
    "literal_error": _("Non è tra i valori ammessi."),
}
OTHERWISE = _("Il valore non va bene.")
DATES = _("Serve una data, come 2026-03-12.")


def of_errors(errors: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """What pydantic found, by field."""
    return [(_place(error["loc"]), _sentence(str(error["type"]))) for error in errors]


def _sentence(kind: str) -> str:
    return str(DATES if kind.startswith("date") else WORDS.get(kind, OTHERWISE))


def _place(parts: Iterable[Any]) -> str:
    """`("body", "person", "names", 0)` is `names.0`: the body and the argument that stands for it go unsaid."""
    where, *rest = [str(part) for part in parts]
    return ".".join(rest[1:] if where == "body" and len(rest) > 1 else rest)


def of_refusal(refusal: ValidationError) -> list[tuple[str, str]]:
    """What an action said, by field where it named one."""
    if not hasattr(refusal, "error_dict"):
        return [("", sentence) for sentence in refusal.messages]
    return [
        ("" if field == NON_FIELD_ERRORS else field, sentence)
        for field, said in refusal.message_dict.items()
        for sentence in said
    ]


def of_form(form: BaseForm) -> list[tuple[str, str]]:
    """What a form said, by field where it has one."""
    return [
        ("" if field == NON_FIELD_ERRORS else field, str(sentence))
        for field, said in form.errors.items()
        for sentence in said
    ]
