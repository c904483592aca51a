# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lists to choose from that are the same in every form.

Django copies, checks and draws the choices of a field anew for each form; with the world's countries and
languages that was most of a page's time. These are checked once, and drawn once a language.
"""

from collections.abc import Collection, Iterable, Iterator
from html import escape
from typing import Any

from django.utils.choices import BaseChoiceIterator, normalize_choices
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# A value, the option up to where `selected` goes, and the rest. Around a group, the value is None.
Option = tuple[str | None, str, str]


class FixedChoices(BaseChoiceIterator):
    """Pairs of value and label, or of a group's name and its pairs. Labels may be translated lazily."""

    def __init__(self, pairs: Iterable[tuple[Any, Any]]) -> None:
        self._pairs: list[tuple[Any, Any]] = normalize_choices(list(pairs))
        self._drawn: dict[str | None, list[Option]] = {}
        self._after: dict[str, FixedChoices] = {}

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __copy__(self) -> "FixedChoices":
        return self

    def __deepcopy__(self, memo: object) -> "FixedChoices":
        return self

    def after(self, blank: str | Promise) -> "FixedChoices":
        """The same with the empty answer before all others, in these words."""
        words = blank if isinstance(blank, str) else None
        if words is None:
            return FixedChoices([("", blank), *self])
        if words not in self._after:
            self._after[words] = FixedChoices([("", words), *self])
        return self._after[words]

    def options(self) -> list[Option]:
        language = get_language()
        if language not in self._drawn:
            self._drawn[language] = list(_options(self))
        return self._drawn[language]


def draw_options(choices: Iterable[tuple[Any, Any]], chosen: str | Collection[str]) -> SafeString:
    """The options of a `<select>`; `chosen` is the value, or are the values, as text, that are selected."""
    chosen = {chosen} if isinstance(chosen, str) else set(chosen)
    options = choices.options() if isinstance(choices, FixedChoices) else _options(choices)
    return mark_safe(  # noqa: S308 - `_option` escapes what comes from outside
        "\n".join(f"{head} selected{rest}" if value in chosen else head + rest for value, head, rest in options)
    )


def _options(choices: Iterable[tuple[Any, Any]]) -> Iterator[Option]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield None, f'<optgroup label="{escape(str(value))}"', ">"
            for inner_value, inner_label in label:
                yield _option(inner_value, inner_label)
            yield None, "</optgroup", ">"
        else:
            yield _option(value, label)


def _option(value: object, label: object) -> Option:
    text = "" if value is None else str(value)
    shown = label if isinstance(label, str) else localize(label)
    return text, f'<option value="{escape(text)}"', f">{escape(str(shown))}</option>"
