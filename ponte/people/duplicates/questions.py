# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions as JSON lines, with the people sheet's column names and an `id`, and the answers to them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ponte.people.matching.likeness import Band, Reason
from ponte.people.matching.records import Record, from_sheet


class BrokenQuestionError(ValueError):
    """A line is no question; the message is a sentence that names the line."""


@dataclass(frozen=True, slots=True)
class Question:
    name: object
    record: Record


def read(line: str | bytes, number: int) -> Question:
    """Raises `BrokenQuestionError`."""
    try:
        found = json.loads(line)
    except ValueError:
        raise BrokenQuestionError(_("La riga %(number)s non è JSON.") % {"number": number}) from None
    if not isinstance(found, dict):
        raise BrokenQuestionError(
            _("La riga %(number)s non è un oggetto JSON con le colonne del foglio delle persone.")
            % {"number": number}
        )
    if "id" not in found:
        raise BrokenQuestionError(_("Nella riga %(number)s manca id.") % {"number": number})
    return Question(found["id"], from_sheet(_as_texts(found)))


def _as_texts(found: Mapping[str, object]) -> dict[str, str]:
    """Numbers and lists as a cell would hold them: {"birth_date": 1990, "citizenship": ["MA", "IT"]}."""
    return {
        key: ";".join(map(str, value)) if isinstance(value, list) else str(value)
        for key, value in found.items()
        if isinstance(value, str | int | list) and not isinstance(value, bool)
    }


def answer(question: Question, matches: Iterable[tuple[Sequence[str], float, Band, Iterable[Reason]]]) -> str:
    """One line, as the command-line contract has it."""
    told = [
        {"refs": list(refs), "score": round(bits, 2), "band": band, "reasons": [reason.text for reason in reasons]}
        for refs, bits, band, reasons in matches
    ]
    return json.dumps({"id": question.name, "matches": told}, ensure_ascii=False) + "\n"
