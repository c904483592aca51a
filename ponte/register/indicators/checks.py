# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from ponte.register.indicators.definitions import definition_of
from ponte.register.indicators.sentences import Detail, SentenceError, parse
from ponte.register.measures import MeasureError
from ponte.register.measures.engine import resolve
from ponte.register.models import Indicator

ANY_DAY = date(2021, 1, 1)


def check(indicator: Indicator) -> None:
    """Refuse an indicator that could not be computed or said. Raises `ValidationError` by field."""
    indicator.full_clean()
    try:
        resolve([definition_of(indicator, since=ANY_DAY, until=ANY_DAY)])
    except MeasureError as problem:
        raise ValidationError({NON_FIELD_ERRORS: str(problem)}) from problem
    try:
        parts = parse(indicator.sentence)
    except SentenceError as problem:
        raise ValidationError({"sentence": str(problem)}) from problem
    if not indicator.by and any(isinstance(part, Detail) for part in parts):
        raise ValidationError(
            {"sentence": _("La frase dà un dettaglio, ma l'indicatore non è suddiviso per niente.")}
        )
