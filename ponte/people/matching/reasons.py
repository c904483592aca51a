# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why two records are held to be one person or not, in words: what each field contributes, the strongest first.

In the language that is active. Only worked out for what is shown.
"""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.likeness import Reason
from ponte.people.matching.names.telling import NameReason, told
from ponte.people.matching.records import Record
from ponte.people.matching.scoring import FIELDS, NAME, Scored, Scorer

# What says less than this, in bits, is not worth a word.
LEAST_TOLD: Final = 0.3

_SENTENCES: Final[dict[str, dict[str, str | Promise]]] = {
    "birth": {
        "same": _("stessa data di nascita"),
        "first_of_january": _("stesso anno di nascita, entrambi al 1° gennaio"),
        "swapped": _("stessa data di nascita, con giorno e mese scambiati"),
        "one_digit": _("data di nascita diversa in una cifra"),
        "month_or_day": _("stesso anno di nascita, e uno tra giorno e mese"),
        "year": _("stesso anno di nascita"),
        "next_year": _("anno di nascita diverso di uno"),
        "other_year": _("stesso giorno e mese di nascita, in un altro anno"),
        "near_year": _("data di nascita diversa, di un anno vicino"),
        "different": _("data di nascita diversa"),
    },
    "phone": {
        "same": _("stesso telefono"),
        "one_off": _("telefono diverso in una cifra"),
        "two_off": _("telefono diverso in due cifre"),
        "different": _("telefono cambiato"),
    },
    "email": {
        "same": _("stessa e-mail"),
        "one_off": _("e-mail diversa in una lettera"),
        "two_off": _("e-mail diversa in due lettere"),
        "different": _("e-mail cambiata"),
    },
    "document": {
        "same": _("stesso documento"),
        "one_off": _("numero del documento diverso in un carattere"),
        "two_off": _("numero del documento diverso in due caratteri"),
        "different": _("un altro documento"),
    },
    "fiscal_code": {
        "same": _("stesso codice fiscale"),
        "one_off": _("codice fiscale diverso in un carattere"),
        "two_off": _("codice fiscale diverso in due caratteri"),
        "different": _("codice fiscale diverso"),
    },
    "sex": {"same": _("stesso sesso"), "different": _("sesso diverso")},
    "birth_place": {
        "same": _("stesso luogo di nascita"),
        "alike": _("luogo di nascita scritto in modo simile"),
        "partly": _("luogo di nascita in parte simile"),
        "different": _("luogo di nascita diverso"),
    },
    "birth_country": {"same": _("stesso paese di nascita"), "different": _("paese di nascita diverso")},
    "citizenship": {"same": _("stessa cittadinanza"), "different": _("cittadinanza diversa")},
    "address": {
        "same": _("stesso indirizzo"),
        "alike": _("indirizzo scritto in modo simile"),
        "partly": _("indirizzo in parte simile"),
        "different": _("indirizzo cambiato"),
    },
    "postcode": {
        "same": _("stesso CAP"),
        "one_off": _("CAP diverso in una cifra"),
        "two_off": _("CAP diverso in due cifre"),
        "different": _("CAP diverso"),
    },
    "municipality": {
        "same": _("stesso comune"),
        "alike": _("comune scritto in modo simile"),
        "partly": _("comune in parte simile"),
        "different": _("comune diverso"),
    },
    "household": {"same": _("stesso nucleo familiare"), "different": _("un altro nucleo familiare")},
}


_OF_NAMES: Final[dict[tuple[str, str], str | Promise]] = {
    ("given", "same"): _("stesso nome: %(one)s"),
    ("given", "sounds"): _("il nome suona uguale: %(one)s / %(other)s"),
    ("given", "alike"): _("il nome si somiglia: %(one)s / %(other)s"),
    ("given", "different"): _("nome diverso: %(one)s / %(other)s"),
    ("family", "same"): _("stesso cognome: %(one)s"),
    ("family", "sounds"): _("il cognome suona uguale: %(one)s / %(other)s"),
    ("family", "alike"): _("il cognome si somiglia: %(one)s / %(other)s"),
    ("family", "different"): _("cognome diverso: %(one)s / %(other)s"),
    ("whole", "same"): _("stesso nome e cognome: %(one)s"),
    ("whole", "sounds"): _("nome e cognome suonano uguali: %(one)s / %(other)s"),
    ("whole", "alike"): _("nome e cognome si somigliano: %(one)s / %(other)s"),
    ("whole", "different"): _("nomi diversi: %(one)s / %(other)s"),
}


def in_words(field: str, level: str) -> str:
    """What the level of a field says; empty where that is never told."""
    return str(_SENTENCES[field].get(level, ""))


class Contributions:
    """What each part contributes to each of some comparisons, in bits."""

    def __init__(self, scorer: Scorer, scored: Scored) -> None:
        self.levels = scored.levels.tolist()
        self.of_part = {part: bits.tolist() for part, bits in scorer.parts(scored).items()}
        self.against_names = scorer.against_names(scored).tolist()


def reasons_of(left: Record, right: Record, said: Contributions, at: int) -> tuple[Reason, ...]:
    """What speaks for and against `left` and `right` being one person, whose comparison is number `at`."""
    reasons = _of_names(told(left, right), said.of_part[NAME][at], said.against_names[at])
    for field, level in zip(FIELDS, said.levels[at], strict=True):
        name, bits = LEVEL_NAMES[field][level], said.of_part[field][at]
        if name in _SENTENCES[field] and abs(bits) >= LEAST_TOLD:
            reasons.append(Reason(field, name, bits, str(_SENTENCES[field][name])))
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.bits)))


def _of_names(told: list[NameReason], bits: float, against: float) -> list[Reason]:
    """The words found in both names share what the names say; those that are in one only share what is against."""
    alike = [one for one in told if one.level != "different"]
    apart = [one for one in told if one.level == "different"]
    found = []
    for some, said in ((alike, bits - against if apart else bits), (apart, against if alike else bits)):
        for one in some:
            sentence = str(_OF_NAMES[one.part, one.level]) % {"one": one.left, "other": one.right}
            found.append(Reason(NAME, one.level, said / len(some), sentence))
    return found
