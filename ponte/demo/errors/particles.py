# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small words before names, and names written in one word or in two."""

import random
import re
from functools import lru_cache

_ARTICLES = ("El", "Al", "Ul", "As", "Ad", "Ar", "Ed", "Es", "Et", "An")
_SONS = ("Ben", "Bin", "Ibn", "Bint", "Ould", "Wuld", "Ait", "Abu", "Abou", "Bou", "Umm", "Um")
_OF = (
    "De La",
    "De Los",
    "De Las",
    "Del",
    "De",
    "Da",
    "Do",
    "Dos",
    "Das",
    "Di",
    "Della",
    "San",
    "Santa",
    "Dela",
    "Van",
)
_SEPARATE = tuple(sorted((*_ARTICLES, *_SONS, *_OF), key=len, reverse=True))
_SERVANT = re.compile(r"(?i)^(abd)[\s-]?(?:([eaou])([lrsnzd]))[\s-]?(.+)$")
_TOGETHER = re.compile(r"^(El|Al|Abou|Abu|Bou|Ben|Ould|De|Del|Dela)([a-z]{4,})$")

_OTHERS = {
    "El": ("Al", "L"), "Al": ("El", "Ul"), "Ben": ("Bin", "Ibn", "B."), "Bin": ("Ben", "Ibn"), "Ibn": ("Ben", "Bin"),
    "Ould": ("Uld", "Wuld"), "Abou": ("Abu",), "Abu": ("Abou", "Abo"), "Ait": ("Ayt", "Aït"), "De La": ("Dela",),
    "De Los": ("Delos",), "Bou": ("Bu", "Abou"), "Del": ("De", "De El"),
}  # fmt: skip


@lru_cache(maxsize=200_000)
def has_particle(text: str, language: str) -> bool:
    return _leading(text) is not None or (
        language == "ara" and (_SERVANT.match(text) or _TOGETHER.match(text)) is not None
    )


def _leading(text: str) -> str | None:
    for particle in _SEPARATE:
        if text[: len(particle)].title() == particle and text[len(particle) : len(particle) + 1] in {" ", "-"}:
            return text[: len(particle)]
    return None


def changed(rng: random.Random, text: str, language: str) -> str:
    """The particle dropped, joined to the name, hyphenated, or written another way."""
    arabic = language == "ara"
    if arabic and (servant := _SERVANT.match(text)):
        abd, vowel, consonant, rest = servant.groups()
        vowel, bare = rng.choice((vowel, "e", "u", "a")), rest[:1].upper() + rest[1:]
        return rng.choice(
            (f"{abd} {vowel.upper()}{consonant} {bare}", f"{abd}{vowel}{consonant} {bare}", f"{abd} {bare}",
             f"{abd}{vowel}{consonant}{rest.lower()}", f"{abd}-{vowel.upper()}{consonant}-{bare}", bare)
        )  # fmt: skip
    if arabic and (together := _TOGETHER.match(text)):
        particle, rest = together.groups()
        return rng.choice((f"{particle} {rest.capitalize()}", rest.capitalize(), f"{particle}-{rest.capitalize()}"))
    particle = _leading(text) or ""
    rest = text[len(particle) + 1 :]
    way = rng.randrange(4)
    if way == 0 or (way == 3 and particle.title() not in _OTHERS):
        return rest
    if way == 1:
        return f"{particle.replace(' ', '')}{rest[:1].lower()}{rest[1:]}"
    if way == 2 and particle.title() in _ARTICLES:
        return f"{particle}-{rest}"
    return f"{rng.choice(_OTHERS.get(particle.title(), (particle.lower(),)))} {rest}"


def split_or_joined(rng: random.Random, text: str, language: str) -> str:
    """Two words as one, with or without a hyphen; one word as two."""
    if " " in text or "-" in text:
        first, _, rest = re.sub(r"[ -]+", " ", text, count=1).partition(" ")
        return f"{first}-{rest}" if rng.random() < 0.4 and "-" not in text else f"{first}{rest.lower()}"
    if len(text) < 6:
        return text
    cut = _syllable(text) if language in {"zho", "kor"} else rng.randrange(3, len(text) - 2)
    return f"{text[:cut]} {text[cut:].capitalize()}" if cut else text


@lru_cache(maxsize=50_000)
def _syllable(text: str) -> int:
    """Where the second syllable of a Chinese or Korean name begins."""
    found = re.match(r"[^aeiouü]*[aeiouü]+(?:ng|n(?![aeiouü])|l|k|m|p)?(?=[^aeiouü])", text.lower())
    return found.end() if found else 0
