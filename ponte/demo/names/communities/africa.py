# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Africa and the Arab countries."""

from ponte.demo.names.chains import FatherChain
from ponte.demo.names.communities.building import both, community, same, seconds
from ponte.demo.names.customs import Custom, TwoPart
from ponte.demo.names.data import (
    arabic_levant,
    arabic_maghreb,
    arabic_nile,
    geez,
    gulf_of_guinea,
    somali,
    west_africa,
)
from ponte.demo.names.pools import cross, parse


@community("ara-EG-coptic")
def _coptic(key: str) -> Custom:
    return FatherChain(
        language="ara",
        given=both(arabic_nile.COPTIC_MEN, arabic_nile.COPTIC_WOMEN),
        family=same(parse(arabic_nile.COPTIC_FAMILIES)),
        last_only=0.6,
        father_as_family=0.24,
    )


@community("ara-EG", "ara-SY")
def _arabic_chain(key: str) -> Custom:
    source = arabic_nile if key == "ara-EG" else arabic_levant
    share = 0.6 if key == "ara-EG" else 0.85
    return FatherChain(
        language="ara", given=both(source.MEN, source.WOMEN), family=same(parse(source.FAMILIES)), last_only=share,
        father_as_family=(1 - share) * 0.6,
    )  # fmt: skip


_MAGHREB = {
    "MA": arabic_maghreb.MOROCCO_FAMILIES,
    "TN": arabic_maghreb.TUNISIA_FAMILIES,
    "DZ": arabic_maghreb.ALGERIA_FAMILIES + arabic_maghreb.MOROCCO_FAMILIES,
}


@community(*(f"ara-{country}" for country in _MAGHREB))
def _maghrebi(key: str) -> Custom:
    given = both(arabic_maghreb.MEN, arabic_maghreb.WOMEN)
    sons_of = "بن=Ben" if key == "ara-TN" else "بن=Ben,آيت=Ait/Ayt"
    sons = cross(parse(sons_of), given["M"].entries, joint=" ")
    families = same([*parse(_MAGHREB[key.removeprefix("ara-")]), *sons])
    return TwoPart(language="ara", given=given, family=families, second=seconds(given, 0.08))


@community("tir", "amh", "som")
def _fathers_only(key: str) -> Custom:
    given = {
        "tir": lambda: both(geez.TIGRINYA_MEN, geez.TIGRINYA_WOMEN),
        "amh": lambda: both(geez.AMHARIC_MEN, geez.AMHARIC_WOMEN),
        "som": lambda: both(somali.MEN, somali.WOMEN),
    }[key]()
    last, pair = (0.35, 0.55) if key == "som" else (0.08, 0.27)
    return FatherChain(
        language=key, given=given, family={"M": given["M"], "F": given["M"]}, grandfathers=True, last_only=last,
        father_as_family=pair, father_only=key != "som",
    )  # fmt: skip


_AFRICAN = {  # language, men, women, families, whether wives take the husband's name
    "wol": ("wol", west_africa.MEN, west_africa.WOMEN, west_africa.FAMILIES, False),
    "mnk": (
        "mnk", f"{west_africa.GAMBIA_MEN}\n{west_africa.MEN}", west_africa.WOMEN,
        f"{west_africa.GAMBIA_FAMILIES}\n{west_africa.FAMILIES}", False,
    ),
    "bam": ("bam", west_africa.MEN, west_africa.WOMEN, f"{west_africa.MALI_FAMILIES}\n{west_africa.FAMILIES}", False),
    "bin": ("bin", gulf_of_guinea.NIGERIA_MEN, gulf_of_guinea.NIGERIA_WOMEN, gulf_of_guinea.NIGERIA_FAMILIES, True),
    "aka": ("aka", gulf_of_guinea.GHANA_MEN, gulf_of_guinea.GHANA_WOMEN, gulf_of_guinea.GHANA_FAMILIES, True),
    "fra-CI": ("fra", gulf_of_guinea.IVORY_MEN, gulf_of_guinea.IVORY_WOMEN, gulf_of_guinea.IVORY_FAMILIES, False),
}  # fmt: skip


@community(*_AFRICAN)
def _west_african(key: str) -> Custom:
    language, men, women, families, shared = _AFRICAN[key]
    given = both(men, women)
    return TwoPart(
        language=language, given=given, family=same(parse(families)), second=seconds(given, 0.25), shared=shared
    )
