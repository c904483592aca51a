# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sheet of people: its columns, and what is wrong with its rows."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import ClassVar

import pycountry
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.network.areas import areas_by_name_or_code
from ponte.network.models import Service
from ponte.people import bulk, identifiers, import_preview, imported_twice, phones
from ponte.people.models import Card
from ponte.platform import codes
from ponte.platform.partial_dates import PartialDate
from ponte.platform.spreadsheets import columns as c
from ponte.platform.spreadsheets.columns import Column
from ponte.platform.spreadsheets.importing import ParsedRow, Preview, Progress, SheetImport, Stored
from ponte.platform.spreadsheets.mapping import fold_heading
from ponte.platform.spreadsheets.problems import Problem, Unexpected

NAMES = ("given_name", "family_name", "native_name", "chosen_name")
EARLIEST_BIRTH = 1880


@cache
def _countries() -> dict[str, str]:
    known = {country.alpha_3.lower(): country.alpha_2 for country in pycountry.countries}
    return known | _by_name(codes.country_choices)


@cache
def _languages() -> dict[str, str]:
    known = {language.alpha_2: language.alpha_3 for language in pycountry.languages if hasattr(language, "alpha_2")}
    return known | _by_name(codes.language_choices)


def _by_name(choices: Callable[[], Iterable[tuple[str, str]]]) -> dict[str, str]:
    """Code by folded name, in both languages of the house."""
    known: dict[str, str] = {}
    for language in ("en", "it"):
        with translation.override(language):
            known |= {fold_heading(name): code for code, name in choices()}
    return known


def country(value: str) -> str:
    if codes.is_country(value.upper()):
        return value.upper()
    try:
        return _countries()[fold_heading(value)]
    except KeyError:
        raise Unexpected(_("il codice di un paese, ISO 3166 di due lettere (per esempio MA)")) from None


def language(value: str) -> str:
    if codes.is_language(value.lower()):
        return value.lower()
    try:
        return _languages()[fold_heading(value)]
    except KeyError:
        raise Unexpected(_("il codice di una lingua, ISO 639-3 di tre lettere (per esempio ara)")) from None


def birth_date(value: str) -> PartialDate:
    date = c.partial_date(value)
    if not date.year >= EARLIEST_BIRTH or date.earliest > dt.date.today():  # noqa: DTZ011
        raise Unexpected(_("una data di nascita tra il %(year)s e oggi") % {"year": EARLIEST_BIRTH})
    return date


def fiscal_code(value: str) -> str:
    number = identifiers.compact(value)
    if identifiers.health_code_kind(number) or identifiers.is_fiscal_code(number):
        return number
    raise Unexpected(
        _("un codice fiscale di 16 caratteri con il carattere di controllo giusto, o un codice STP o ENI")
    )


def document(value: str) -> str:
    number = identifiers.compact(value)
    if not 0 < len(number) <= 40:
        raise Unexpected(_("il numero di un documento, al più 40 caratteri"))
    return number


def phone(value: str) -> str:
    number = phones.normalised(value)
    if len(number) > 40:
        raise Unexpected(_("un numero di telefono, al più 40 caratteri"))
    return number


COLUMNS = (
    Column("ref", gettext_lazy("l'identificativo della persona in questo file, ogni volta diverso"), c.text(80),
           required=True, aliases=("id", "record id", "codice", "identificativo", "riferimento", "numero scheda")),
    Column("given_name", gettext_lazy("il nome"), c.text(100),
           aliases=("nome", "first name", "name", "forename", "nome e cognome", "cognome e nome", "nominativo",
                    "nome completo", "full name")),
    Column("family_name", gettext_lazy("il cognome"), c.text(100), aliases=("cognome", "surname", "last name")),
    Column("native_name", gettext_lazy("nome e cognome nella scrittura della persona"), c.text(200),
           aliases=("nome originale", "nome nella sua scrittura")),
    Column("chosen_name", gettext_lazy("il nome con cui la persona vuole essere chiamata"), c.text(100),
           aliases=("nome scelto", "nome di elezione")),
    Column("sex", gettext_lazy("F, M, X o niente"),
           c.choice(["F", "M", "X"], {"femmina": "F", "donna": "F", "female": "F", "maschio": "M", "uomo": "M",
                                      "male": "M", "altro": "X"}), aliases=("sesso", "genere", "gender")),
    Column("birth_date", gettext_lazy("la data di nascita, precisa quanto la si conosce"), birth_date,
           aliases=("data di nascita", "nascita", "nato il", "nata il", "date of birth", "anno di nascita", "dob",
                    "birthdate")),
    Column("birth_place", gettext_lazy("il luogo di nascita"), c.text(100),
           aliases=("luogo di nascita", "comune di nascita", "place of birth")),
    Column("birth_country", gettext_lazy("il paese di nascita (codice ISO di due lettere)"), country,
           aliases=("paese di nascita", "stato di nascita", "nazione di nascita")),
    Column("citizenship", gettext_lazy("le cittadinanze (codici ISO di due lettere, separati da ;)"),
           c.several(country), aliases=("cittadinanza", "cittadinanze", "nazionalità", "nationality")),
    Column("languages", gettext_lazy("le lingue (codici ISO 639-3, separati da ;)"), c.several(language),
           aliases=("lingue", "lingua", "lingue parlate", "language")),
    Column("municipality", gettext_lazy("il comune dove vive: nome o codice ISTAT"), c.text(120),
           aliases=("comune", "comune di residenza", "città", "residenza")),
    Column("phone", gettext_lazy("il telefono"), phone,
           aliases=("telefono", "cellulare", "tel", "mobile", "telephone", "phone number", "numero di telefono")),
    Column("email", gettext_lazy("l'e-mail"), c.email,
           aliases=("mail", "e-mail", "posta elettronica", "indirizzo email")),
    Column("fiscal_code", gettext_lazy("il codice fiscale, o il codice STP o ENI"), fiscal_code,
           aliases=("codice fiscale", "cf", "tax code")),
    Column("document", gettext_lazy("il numero del passaporto o del permesso di soggiorno"), document,
           aliases=("documento", "numero documento", "passaporto", "permesso di soggiorno")),
    Column("address", gettext_lazy("l'indirizzo"), c.text(200), aliases=("indirizzo", "via")),
    Column("postcode", gettext_lazy("il CAP"), c.text(10),
           aliases=("cap", "codice postale", "postal code", "zip code")),
    Column("education", gettext_lazy("il titolo di studio"), c.choice(Card.Education.values),
           aliases=("titolo di studio", "istruzione", "scolarità")),
    Column("employment", gettext_lazy("la condizione lavorativa"), c.choice(Card.Employment.values),
           aliases=("condizione lavorativa", "lavoro", "occupazione")),
    Column("household", gettext_lazy("lo stesso valore per chi vive nello stesso nucleo"), c.text(80),
           aliases=("nucleo", "nucleo familiare", "famiglia")),
    Column("household_role", gettext_lazy("il ruolo nel nucleo"), c.choice(Card.HouseholdRole.values),
           aliases=("ruolo nel nucleo", "parentela")),
)  # fmt: skip


class PeopleImport(SheetImport):
    """People from a file, each row a card; `source` and `ref` together name the row from one import to the next."""

    slug = "people"
    title = gettext_lazy("Persone")
    columns: ClassVar[Sequence[Column]] = COLUMNS
    checks_incomplete_rows = True
    at_least_one_of: ClassVar[Sequence[Sequence[str]]] = (NAMES,)

    def __init__(self, *, source: str = "people", service: Service | None = None, by: User | None = None) -> None:
        self.source = source
        self.service = service
        self.by = by

    def check(self, rows: Sequence[ParsedRow]) -> list[Problem]:
        return [*self._nameless(rows), *self._repeated(rows), *self._unknown_areas(rows)]

    def _nameless(self, rows: Sequence[ParsedRow]) -> Iterator[Problem]:
        for row in rows:
            if not any(name in row.values for name in NAMES):
                yield Problem(
                    row.number, "given_name", "", _("almeno un nome tra: %(names)s") % {"names": ", ".join(NAMES)}
                )

    def _repeated(self, rows: Sequence[ParsedRow]) -> Iterator[Problem]:
        seen: dict[str, int] = {}
        for row in rows:
            ref = row.values["ref"]
            if ref in seen:
                yield Problem(
                    row.number,
                    "ref",
                    ref,
                    _("un identificativo diverso: questo è già alla riga %(row)s") % {"row": seen[ref]},
                )
            else:
                seen[ref] = row.number

    def _unknown_areas(self, rows: Sequence[ParsedRow]) -> Iterator[Problem]:
        areas = areas_by_name_or_code({row.values["municipality"] for row in rows if "municipality" in row.values})
        for row in rows:
            said = row.values.get("municipality")
            if said is not None and said not in areas:
                yield Problem(row.number, "municipality", said, _("il nome o il codice ISTAT di un comune lombardo"))

    def _cards(self) -> bulk.CardImport:
        said = {*self.mapping.columns.values(), *(["notes"] if self.mapping.unknown else [])}
        return bulk.CardImport(self.source, said, self.service, self.by)

    def preview(self, rows: Sequence[ParsedRow], progress: Progress) -> Preview:
        return import_preview.preview(self._cards(), rows, by=self.by, progress=progress)

    def store(self, rows: Sequence[ParsedRow], progress: Progress) -> Stored:
        cards = self._cards()
        stored = cards.store(rows, progress)
        found = imported_twice.propose_lookalikes(cards.written, by=self.by, progress=progress)
        if found.rows:
            stored.counts["look_alike"] = found.rows
            stored.remarks.append(found.in_words)
        return stored
