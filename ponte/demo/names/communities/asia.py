# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asia east of the Caucasus."""

from ponte.demo.names import endings, scripts
from ponte.demo.names.chains import FathersName, MothersInTheMiddle
from ponte.demo.names.communities.building import both, community, interleaved, same, seconds
from ponte.demo.names.customs import Custom, TwoPart
from ponte.demo.names.data import bengali, chinese, filipino, indian, korean, lankan, persian, urdu
from ponte.demo.names.pools import Entry, Pool, cross, optional, parse


@community("fil")
def _filipino(key: str) -> Custom:
    given = both(filipino.MEN, filipino.WOMEN)
    families = same(parse(filipino.FAMILIES))
    return MothersInTheMiddle(language="fil", given=given, family=families, second=seconds(given, 0.35))


def _han(given: str) -> list[Entry]:
    """One character after another: together, apart, with two capitals, with a hyphen."""
    pairs = []
    for entry in parse(given):
        first, second = entry.latin[0].split(" ")
        together = first + second.lower()
        ways = (together, f"{first} {second}", first + second, f"{first}-{second}")
        pairs.append(Entry(entry.native.replace(" ", ""), ways))
    return pairs


def _han_given(single: str, first: str, second: str) -> Pool:
    pairs = cross(parse(first), parse(second), joint=" ")
    text = "\n".join(f"{one.native}={one.latin[0]}" for one in pairs)
    return Pool(interleaved(parse(single), _han(text)), flatness=20.0, slope=0.7)


@community("zho")
def _chinese(key: str) -> Custom:
    given = {
        "M": _han_given(chinese.MEN_SINGLE, chinese.MEN_FIRST, chinese.MEN_SECOND),
        "F": _han_given(chinese.WOMEN_SINGLE, chinese.WOMEN_FIRST, chinese.WOMEN_SECOND),
    }
    pool = Pool(parse(chinese.FAMILIES), canonical=0.93)  # Wade-Giles and Cantonese are rare in Milan
    families = {"M": pool, "F": pool}
    return TwoPart(language="zho", given=given, family=families, family_first=True, joint="")


@community("kor")
def _korean(key: str) -> Custom:
    def given(first: str, second: str) -> Pool:
        pairs = cross(parse(first, lambda one: (one,)), parse(second, lambda one: (one,)))
        made = (Entry(one.native, scripts.korean_given(one.native)) for one in pairs)
        return Pool(made, flatness=20.0, slope=0.7)

    givens = {
        "M": given(korean.MEN_FIRST, korean.MEN_SECOND),
        "F": given(korean.WOMEN_FIRST, korean.WOMEN_SECOND),
    }
    families = same(parse(korean.FAMILIES))
    return TwoPart(language="kor", given=givens, family=families, family_first=True, joint="")


_NOT_IN_IRAN = frozenset(
    ["شاه محمود", "غلام", "قدرت", "میرویس", "زرغونه", "گلالی", "ملالی", "تاجیک", "درانی", "صافی", "همدرد", "وردک"]
)


def _persian_names(names: str, language: str) -> list[Entry]:
    """Iran shares most names with Afghanistan, but not the Pashtuns' nor those in -ullah."""
    return [
        entry
        for entry in parse(names)
        if language != "fas" or not (entry.native in _NOT_IN_IRAN or entry.native.endswith(("زی", "\u200cالله")))
    ]


@community("prs", "pus", "fas")
def _persian(key: str) -> Custom:
    men, women, families = persian.AFGHAN_MEN, persian.AFGHAN_WOMEN, persian.AFGHAN_FAMILIES
    if key == "pus":
        men = f"{persian.PASHTO_MEN}\n{men}"
    elif key == "fas":
        men, women = f"{persian.IRAN_MEN}\n{men}", f"{persian.IRAN_WOMEN}\n{women}"
        families = f"{persian.IRAN_FAMILIES}\n{families}"
    given = {sex: Pool(_persian_names(text, key)) for sex, text in (("M", men), ("F", women))}
    last = same(_persian_names(families, key))
    return TwoPart(language=key, given=given, family=last, second={"M": optional(given["M"].entries[:20], 0.15)})


@community("urd")
def _urdu(key: str) -> Custom:
    given = both(urdu.MEN, urdu.WOMEN)
    return TwoPart(
        language="urd", given=given, separate=True, family=both(urdu.MEN_LAST, urdu.WOMEN_LAST),
        before={"M": optional(parse("محمد=Muhammad/Mohammad/Mohammed"), 0.3, before="", after=" ")},
        second={"M": optional(given["M"].entries[:30], 0.12), "F": optional(given["F"].entries[:30], 0.05)},
    )  # fmt: skip


@community("ben-hindu")
def _bengali_hindu(key: str) -> Custom:
    given = both(bengali.HINDU_MEN, bengali.HINDU_WOMEN)
    families = same(parse(bengali.HINDU_FAMILIES))
    middle = {"M": optional(parse("চন্দ্র=Chandra,কুমার=Kumar"), 0.35), "F": optional(parse("রানী=Rani,বালা=Bala"), 0.4)}
    return TwoPart(language="ben", given=given, family=families, second=middle, shared=True)


@community("ben")
def _bengali(key: str) -> Custom:
    given = both(bengali.MEN, bengali.WOMEN)
    titles = parse("মোঃ=Md/MD/Md.^80,মোহাম্মদ=Mohammad/Mohammed/Mohamed")
    return TwoPart(
        language="ben", given=given, separate=True, family=both(bengali.MEN_LAST, bengali.WOMEN_LAST),
        before={"M": optional(titles, 0.5, before="", after=" "),
                "F": optional(parse("মোসাঃ=Mst/Most/Mosammat"), 0.1, before="", after=" ")},
        second={"M": optional(given["M"].entries[20:60], 0.1), "F": optional(given["F"].entries[:30], 0.06)},
    )  # fmt: skip


@community("pan")
def _punjabi(key: str) -> Custom:
    families = parse(indian.PUNJABI_FAMILIES)
    given = same(parse(indian.PUNJABI_GIVEN))
    women = Pool(endings.women(families, endings.punjabi_woman))
    return TwoPart(
        language="pan", given=given, family={"M": Pool(families), "F": women}, second=seconds(given, 0.02),
        shared=True,
    )  # fmt: skip


@community("hin")
def _hindi(key: str) -> Custom:
    families = parse(indian.HINDI_FAMILIES)
    given = both(indian.HINDI_MEN, indian.HINDI_WOMEN)
    women = Pool(endings.women(families, endings.hindi_woman))
    middle = {"M": optional(parse("कुमार=Kumar"), 0.25), "F": optional(parse("कुमारी=Kumari"), 0.12)}
    return TwoPart(language="hin", given=given, family={"M": Pool(families), "F": women}, second=middle, shared=True)


@community("sin")
def _sinhala(key: str) -> Custom:
    given = both(lankan.SINHALA_MEN, lankan.SINHALA_WOMEN)
    compounds = cross(parse(lankan.SINHALA_FIRST_HALVES), parse(lankan.SINHALA_SECOND_HALVES), lower=True)
    families = same([*parse(lankan.SINHALA_FAMILIES), *compounds])
    return TwoPart(language="sin", given=given, family=families, second=seconds(given, 0.35), shared=True)


@community("tam")
def _tamil(key: str) -> Custom:
    given = both(lankan.TAMIL_MEN, lankan.TAMIL_WOMEN)
    fathers = Pool(given["M"].entries, flatness=15.0)
    return FathersName(language="tam", given=given, family={"M": fathers, "F": fathers}, second=seconds(given, 0.05))
