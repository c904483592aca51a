# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words under which a name is found, whatever the script it is written in.

A word is kept twice: romanised ("шевченко" → "shevchenko") and in its own script. Chinese, Japanese and
Korean names are written without spaces, so each of their ends is kept as well: 王小明 is found by 小明, by
"xiaoming" and by "wang xiaoming".
"""

import re
import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

LONGEST = 60
_APART = re.compile(r"[\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:['’ʼ`\-‐‑][^\W_]+)+")


def romanised(word: str) -> str:
    """Plain lower-case letters and digits; empty where the script has no romanisation."""
    return re.sub(r"[^a-z0-9]+", "", anyascii(word).casefold())[:LONGEST]


def native(word: str) -> str:
    """The word in its own script, without accents, vowel signs and other marks, in lower case."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()[:LONGEST]


def words(text: str) -> list[str]:
    """The words of a name or a query, as written."""
    return [word for word in _APART.split(unicodedata.normalize("NFKC", text)) if word]


def tokens(names: Iterable[str]) -> set[str]:
    """Every word under which a card with these names is found."""
    found: set[str] = set()
    for name in names:
        parts = words(name) + [re.sub(r"[\W_]+", "", joined) for joined in _JOINED.findall(name)]
        for part in parts:
            for written in _ends(part):
                found.update((romanised(written), native(written)))
    return found - {""}


def _ends(word: str) -> list[str]:
    """The word, and for one written in ideographs or syllables each of its ends."""
    if len(word) > 1 and all(_is_ideographic(c) for c in word):
        return [word[start:] for start in range(len(word))]
    return [word]


def _is_ideographic(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA "))
