# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentence that says a figure, from a template that coordinators write.

    Nel {anno} sono state erogate n. {totale} {totale|ora|ore}: {dettaglio:n. {valore} {valore|ora|ore} {nome}}.

| placeholder | stands for |
| --- | --- |
| `{anno}` | the period, as reports name it: 2021, a.s. 2021/2022 |
| `{totale}` | the figure; a share in percent |
| `{totale|ora|ore}` | the first word where the figure is 1, else the second |
| `{dettaglio:…}` | the text after the colon once for each row of the breakdown, joined by commas |
| `{dettaglio; :…}` | the same, joined by what stands between the word and the colon |
| `{nome}`, `{valore}`, `{valore|ora|ore}` | inside the detail: the row's name and figure |
| `{{`, `}}` | a brace |

Templates hold no logic and reach no data but these, so that anybody may write one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.register.measures import Number, Result
from ponte.register.measures.names import format_value, key_names

OUTSIDE: Final = frozenset({"anno", "totale"})
INSIDE: Final = frozenset({"nome", "valore"})
COUNTED: Final = frozenset({"totale", "valore"})
DETAIL: Final = "dettaglio"
NOTHING: Final = "—"  # what a detail without rows says

EXAMPLE: Final = (
    "Nel {anno} {totale|è stata erogata|sono state erogate} n. {totale} {totale|ora|ore} di mediazione: "
    "{dettaglio:n. {valore} {valore|ora|ore} {nome}}."
)
# What whoever writes a sentence reads beside it.
GUIDE: Final = (
    ("{anno}", gettext_lazy("l'anno o il periodo")),
    ("{totale}", gettext_lazy("la cifra")),
    ("{totale|ora|ore}", gettext_lazy("la prima parola se la cifra è 1, altrimenti la seconda")),
    (
        "{dettaglio:…}",
        gettext_lazy(
            "il testo dopo i due punti, una volta per ogni riga della suddivisione, con virgole in mezzo; "
            "dentro valgono {nome}, {valore} e {valore|ora|ore}"
        ),
    ),
)


class SentenceError(ValueError):
    """A template that cannot be understood; its message is a sentence for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`singular` and `plural` are words between which the figure decides; without them, the value itself."""

    name: str
    singular: str = ""
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    parts: tuple["Part", ...]
    separator: str = ", "


Part = str | Placeholder | Detail


def parse(template: str) -> tuple[Part, ...]:
    """The template's parts. Raises `SentenceError`."""
    return tuple(_parse(_Reader(template), inside=False))


@dataclass(slots=True)
class _Reader:
    text: str
    at: int = 0

    @property
    def rest(self) -> str:
        return self.text[self.at :]

    def until(self, *marks: str) -> tuple[str, str]:
        """What comes before the first of the marks, and that mark; reading goes on after it."""
        found = [(place, mark) for mark in marks if (place := self.text.find(mark, self.at)) >= 0]
        place, mark = min(found, default=(len(self.text), ""))
        before = self.text[self.at : place]
        self.at = place + len(mark)
        return before, mark


def _parse(reader: _Reader, *, inside: bool) -> Iterator[Part]:
    """Parts up to the end of the template or, inside a detail, up to the brace that closes it."""
    while reader.rest:
        literal, mark = reader.until("{", "}")
        if mark and reader.rest.startswith(mark) and not (inside and mark == "}"):
            reader.at += 1
            yield literal + mark
            continue
        if literal:
            yield literal
        if mark == "{":
            yield _placeholder(reader, inside=inside)
        elif mark == "}":
            if inside:
                return
            raise SentenceError(
                _("C'è una graffa chiusa «}» che non chiude niente; per scriverne una, la si raddoppia.")
            )
    if inside:
        raise SentenceError(_("A «{dettaglio:» manca la graffa che lo chiude."))


def _placeholder(reader: _Reader, *, inside: bool) -> Part:
    content, mark = reader.until("}", ":", "{")
    word = content.strip()
    if mark == ":" and content.startswith(DETAIL) and not inside:
        separator = content[len(DETAIL) :]
        return Detail(tuple(_parse(reader, inside=True)), separator or ", ")
    if mark != "}":
        raise SentenceError(_("Al segnaposto «{%(word)s» manca la graffa che lo chiude.") % {"word": word[:40]})
    name, *words = (part.strip() for part in content.split("|"))
    known = INSIDE if inside else OUTSIDE
    if name not in known:
        raise SentenceError(
            _("Il segnaposto «{%(name)s}» non esiste qui; si possono usare: %(known)s.")
            % {
                "name": name[:40],
                "known": ", ".join(f"{{{word}}}" for word in (*sorted(known), *([] if inside else ["dettaglio:…"]))),
            }
        )
    if not words:
        return Placeholder(name)
    if len(words) != 2 or name not in COUNTED:
        raise SentenceError(
            _("«{%(content)s}»: le forme si scrivono {totale|singolare|plurale} o {valore|singolare|plurale}.")
            % {"content": content[:60]}
        )
    return Placeholder(name, *words)


def render(template: str, result: Result, *, period: str) -> str:
    """The sentence of a result. A template that cannot be understood is given back as it stands."""
    try:
        parts = parse(template)
    except SentenceError:
        return template
    measure, withheld = result.definition.measure, bool(result.suppressed)
    names = key_names(result.definition.by[0], [row.keys[0] for row in result.rows]) if result.definition.by else {}

    def say(parts: Sequence[Part], figure: Number | None, name: str) -> str:
        return "".join(say_one(part, figure, name) for part in parts)

    def say_one(part: Part, figure: Number | None, name: str) -> str:
        match part:
            case str():
                return part
            case Detail():
                rows = (say(part.parts, row.value, names[row.keys[0]]) for row in result.rows)
                return part.separator.join(rows) or (
                    format_value(measure, None, withheld=True) if result.withholds_breakdown else NOTHING
                )
            case Placeholder(name="anno"):
                return period
            case Placeholder(name="nome"):
                return name
            case Placeholder(singular="", plural=""):
                return format_value(measure, figure, withheld=withheld)
            case Placeholder():
                return part.singular if figure == 1 else part.plural
        raise AssertionError(part)

    return say(parts, result.total, "")
