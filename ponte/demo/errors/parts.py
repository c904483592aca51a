# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A generated name taken apart: which word is whose, and the ways of its community to write each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii

from ponte.demo.names import FictionalName, scripts
from ponte.demo.names.chains import FatherChain, MothersInTheMiddle, TwoSurnames
from ponte.demo.names.communities import custom
from ponte.demo.names.customs import Custom, Patronymic, TwoPart
from ponte.demo.names.nations import NATIONS
from ponte.demo.names.pools import Pool, latin


class Role(StrEnum):
    TITLE = "title"
    GIVEN = "given"
    SECOND = "second given"
    MIDDLE = "middle"
    """Father's name, patronymic, or mother's name in the middle."""
    FAMILY = "family"
    SURNAME = "second surname"


@dataclass(frozen=True, slots=True)
class Part:
    role: Role
    native: str
    ways: tuple[str, ...]
    """Romanisations of the community, the usual one first."""
    written: str
    """The one that stands in the passport."""
    shown: bool
    """Whether desks that copy the passport's first page have it."""


@dataclass(frozen=True, slots=True)
class Name:
    """In western order; `family_first` and `joint` tell how the person writes it."""

    parts: tuple[Part, ...]
    sex: str
    language: str
    family_first: bool
    joint: str
    latin: bool
    """Whether the person's own script is Latin."""
    lasting: Role
    """Of two surnames, the one that stays where one is dropped."""

    @property
    def key(self) -> str:
        """The whole name in the person's script, for counting homonyms."""
        return " ".join(part.native for part in self.parts)


_WAYS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ukr": scripts.ukrainian, "rus": scripts.russian, "bul": scripts.bulgarian, "srp": scripts.serbian,
    "kat": scripts.georgian,
}  # fmt: skip


@cache
def _customs(citizenship: str, language: str) -> tuple[Custom, ...]:
    every = [custom(key) for key, _ in NATIONS[citizenship].communities]
    return tuple(one for one in every if one.language == language) or tuple(every)


def custom_of(name: FictionalName, citizenship: str) -> Custom:
    fitting = _customs(citizenship, name.language)
    return fitting[0] if len(fitting) == 1 else max(fitting, key=lambda one: one.familiar(name))


def read(name: FictionalName, citizenship: str) -> Name:
    """Take a name apart by its community's customs."""
    return _read(name, custom_of(name, citizenship))


def _read(name: FictionalName, community: Custom) -> Name:
    family_first = isinstance(community, TwoPart) and community.family_first and bool(name.native)
    joint = community.joint if isinstance(community, TwoPart) and name.native else " "
    whole = name.native or f"{name.given} {name.family}"
    words = whole.split(joint) if joint else list(whole)
    if name.native:
        named = _native_roles(community, words, name.sex, family_first, joint)
    else:
        named = _latin_roles(community, name)
    shown = f" {name.given} {name.family} "
    told = {
        column
        for role, some in named
        for way in _ways(community, role, joint.join(some), name.sex)
        if (column := _column(way, name))
    }
    parts = tuple(
        _part(community, name, role, joint.join(some), shown, ("given" if role is Role.GIVEN else "family") in told)
        for role, some in named
        if some
    )
    lasting = Role.SURNAME if isinstance(community, TwoSurnames) and not community.fathers_first else Role.FAMILY
    return Name(parts, name.sex, name.language, family_first, joint, is_latin(whole), lasting)


def _column(way: str, name: FictionalName) -> str:
    """The column that this way of writing a part explains, if any."""
    if f" {way} " in f" {name.family} ":
        return "family"
    return "given" if f" {way} " in f" {name.given} " else ""


Named = list[tuple[Role, Sequence[str]]]


def _latin_roles(community: Custom, name: FictionalName) -> Named:
    """The columns tell where a name that needs no native form divides."""
    given, family = name.given.split(" "), name.family.split(" ")
    title, first, rest = _givens(community, given, name.sex, " ")
    if isinstance(community, FatherChain | MothersInTheMiddle):
        # Parts that are not names of their own: what stands between the first and the last.
        last = _longest(community.family[name.sex], family, " ", at_end=True)
        middle = [*rest, *family[: len(family) - last]]
        return _ordered(title, first, [], middle, family[len(family) - last :], [])
    fathers, mothers = _surnames(community, family, name.sex)
    return _ordered(title, first, rest, [], fathers, mothers)


def _native_roles(community: Custom, words: list[str], sex: str, family_first: bool, joint: str) -> Named:
    families = community.family[sex]
    if family_first:
        cut = _longest(families, words[:-1], joint)
        title, first, rest = _givens(community, words[cut:], sex, joint)
        family = words[:cut]
    else:
        title, first, rest = _givens(community, words[:-1], sex, joint)
        tail = [*rest, words[-1]]
        cut = _longest(families, tail, joint, at_end=True)
        rest, family = tail[: len(tail) - cut], tail[len(tail) - cut :]
    if isinstance(community, Patronymic | FatherChain):
        return _ordered(title, first, [], rest, family, [])
    if isinstance(community, TwoSurnames | MothersInTheMiddle) and rest:
        cut = _longest(families, rest, joint, at_end=True)
        rest, before = rest[: len(rest) - cut], rest[len(rest) - cut :]
        if isinstance(community, MothersInTheMiddle):
            return _ordered(title, first, rest, before, family, [])
        return _ordered(title, first, rest, [], before, family)
    return _ordered(title, first, rest, [], family, [])


def _ordered(
    title: Sequence[str], given: Sequence[str], second: Sequence[str], middle: Sequence[str], family: Sequence[str],
    surname: Sequence[str],
) -> Named:  # fmt: skip
    return list(zip(Role, (title, given, second, middle, family, surname), strict=True))


def _givens(community: Custom, words: list[str], sex: str, joint: str) -> tuple[list[str], list[str], list[str]]:
    """Title, given name and what comes after it."""
    title: list[str] = []
    before = community.before.get(sex) if isinstance(community, TwoPart) else None
    if before is not None and len(words) > 1 and _titled(before, words[0]):
        title, words = words[:1], words[1:]
    cut = _longest(community.given[sex], words, joint) if joint else len(words)
    return title, words[:cut], words[cut:]


def _surnames(community: Custom, family: list[str], sex: str) -> tuple[list[str], list[str]]:
    if not isinstance(community, TwoSurnames) or len(family) < 2:
        return family, []
    cut = min(_longest(community.family[sex], family, " "), len(family) - 1)
    if " ".join(family) in community.family[sex]:
        return family, []
    return family[:cut], family[cut:]


def _titled(before: Pool, word: str) -> bool:
    return any(f"{word} " in (entry.native, *entry.latin) for entry in before.entries)


def _longest(pool: Pool, words: Sequence[str], joint: str, at_end: bool = False) -> int:
    for size in range(len(words), 1, -1):
        if joint.join(words[-size:] if at_end else words[:size]) in pool:
            return size
    return min(1, len(words))


def _part(community: Custom, name: FictionalName, role: Role, native: str, shown: str, told: bool) -> Part:
    ways = _ways(community, role, native, name.sex)
    seen = [way for way in ways if f" {way} " in shown]
    if seen:
        return Part(role, native, ways, max(seen, key=len), shown=True)
    if not told and role in {Role.GIVEN, Role.FAMILY}:
        written = name.given if role is Role.GIVEN else name.family
        return Part(role, native, tuple(dict.fromkeys((written, *ways))), written, shown=True)
    return Part(role, native, ways, ways[0], shown=False)


_known_ways: dict[tuple[int, Role, str, str], tuple[str, ...]] = {}


def _ways(community: Custom, role: Role, native: str, sex: str) -> tuple[str, ...]:
    """Remembered by hand: customs live as long as the process and have no hash of their own."""
    key = id(community), role, native, sex
    known = _known_ways.get(key)
    if known is None:
        known = _known_ways[key] = tuple(dict.fromkeys(_find_ways(community, role, native, sex)))
    return known


def _find_ways(community: Custom, role: Role, native: str, sex: str) -> tuple[str, ...]:
    if isinstance(community, TwoPart | TwoSurnames | MothersInTheMiddle):
        added = (community.before if isinstance(community, TwoPart) else {}, community.second)
        pool = added[role is not Role.TITLE].get(sex) if role in {Role.TITLE, Role.SECOND} else None
        for entry in pool.entries if pool else ():
            if native and native in (entry.native.strip(), *(one.strip() for one in entry.latin)):
                return tuple(one.strip() for one in entry.latin)
    pools = {
        Role.MIDDLE: (community.given["M"], community.family[sex]),
        Role.FAMILY: (community.family[sex], community.given["M"]),
        Role.SURNAME: (community.family[sex],),
    }.get(role, (community.given[sex],))
    for pool in pools:
        if native in pool:
            return pool.variants[native]
    if " " in native:
        words = [_find_ways(community, role, word, sex) for word in native.split(" ")]
        most = max(map(len, words))
        return tuple(dict.fromkeys(" ".join(way[min(at, len(way) - 1)] for way in words) for at in range(most)))
    if community.language in _WAYS:
        return _WAYS[community.language](native)
    return latin(native) if is_latin(native) else (anyascii(native).title(),)


@lru_cache(maxsize=100_000)
def is_latin(text: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or not letter.isalpha() for letter in text)
