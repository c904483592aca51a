# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Europe, Turkey and the Caucasus."""

from ponte.demo.names import endings, scripts
from ponte.demo.names.communities.building import both, community, same, seconds, tailed
from ponte.demo.names.customs import Custom, Patronymic, TwoPart
from ponte.demo.names.data import (
    albanian,
    bosnian,
    bulgarian,
    english,
    georgian,
    italian,
    polish,
    romanian,
    russian,
    serbian,
    turkish,
    ukrainian,
)
from ponte.demo.names.pools import Pool, cross, parse


@community("ron")
def _romanian(key: str) -> Custom:
    given = both(romanian.MEN, romanian.WOMEN)
    families = same(tailed(romanian.FAMILIES, romanian.STEMS, romanian.ENDINGS))
    return TwoPart(language="ron", given=given, family=families, second=seconds(given, 0.22), shared=True)


@community("sqi")
def _albanian(key: str) -> Custom:
    given = both(albanian.MEN, albanian.WOMEN)
    families = same(tailed(albanian.FAMILIES, albanian.STEMS, albanian.ENDINGS))
    return TwoPart(language="sqi", given=given, family=families, second=seconds(given, 0.02), shared=True)


@community("tur")
def _turkish(key: str) -> Custom:
    given = both(turkish.MEN, turkish.WOMEN)
    compounds = cross(parse(turkish.FIRST_HALVES), parse(turkish.SECOND_HALVES), lower=True)
    families = same([*parse(turkish.FAMILIES), *compounds])
    return TwoPart(language="tur", given=given, family=families, second=seconds(given, 0.12), shared=True)


@community("pol")
def _polish(key: str) -> Custom:
    given = both(polish.MEN, polish.WOMEN)
    men = tailed(polish.FAMILIES, polish.STEMS, polish.ENDINGS)
    families = {"M": Pool(men), "F": Pool(endings.women(men, endings.polish_woman))}
    return TwoPart(language="pol", given=given, family=families, second=seconds(given, 0.08), shared=True)


@community("bos")
def _bosnian(key: str) -> Custom:
    given = both(bosnian.MEN, bosnian.WOMEN)
    families = same(tailed(bosnian.FAMILIES, bosnian.STEMS, bosnian.ENDINGS))
    return TwoPart(language="bos", given=given, family=families, second=seconds(given, 0.02), shared=True)


@community("srp")
def _serbian(key: str) -> Custom:
    given = both(serbian.MEN, serbian.WOMEN, scripts.serbian)
    families = same(tailed(serbian.FAMILIES, serbian.STEMS, serbian.ENDINGS, scripts.serbian))
    return TwoPart(language="srp", given=given, family=families, second=seconds(given, 0.02), shared=True)


@community("ukr")
def _ukrainian(key: str) -> Custom:
    men = tailed(ukrainian.FAMILIES, ukrainian.STEMS, ukrainian.ENDINGS, scripts.ukrainian)
    women = endings.women(men, endings.ukrainian_woman, scripts.ukrainian)
    return Patronymic(
        language="ukr", given=both(ukrainian.MEN, ukrainian.WOMEN, scripts.ukrainian), family_first=True,
        family={"M": Pool(men), "F": Pool(women)}, patronymic=endings.ukrainian_patronymic,
        romanise=lambda middle: scripts.ukrainian(middle)[0],
    )  # fmt: skip


@community("rus", "rus-UA")
def _russian(key: str) -> Custom:
    men = tailed(russian.FAMILIES, russian.STEMS, russian.ENDINGS, scripts.russian)
    if key == "rus-UA":  # Russian speakers with family names that both languages spell alike
        shared = [one.native for one in parse(ukrainian.FAMILIES) if not set(one.native.lower()) & set("іїєґ'")]
        alike = [one for one in shared if one.endswith(("ко", "ук", "юк"))]
        men = [*parse("\n".join(alike), scripts.russian), *men]
    women = endings.women(men, endings.russian_woman, scripts.russian)
    return Patronymic(
        language="rus", given=both(russian.MEN, russian.WOMEN, scripts.russian), family_first=True,
        family={"M": Pool(men), "F": Pool(women)}, patronymic=endings.russian_patronymic,
        romanise=lambda middle: scripts.russian(middle)[0],
    )  # fmt: skip


@community("bul")
def _bulgarian(key: str) -> Custom:
    men = tailed(bulgarian.FAMILIES, bulgarian.STEMS, bulgarian.ENDINGS, scripts.bulgarian)
    women = endings.women(men, endings.bulgarian_woman, scripts.bulgarian)
    return Patronymic(
        language="bul", given=both(bulgarian.MEN, bulgarian.WOMEN, scripts.bulgarian),
        family={"M": Pool(men), "F": Pool(women)}, patronymic=endings.bulgarian_patronymic, copied=0.2,
        romanise=lambda middle: scripts.bulgarian(middle)[0],
    )  # fmt: skip


@community("kat")
def _georgian(key: str) -> Custom:
    given = both(georgian.MEN, georgian.WOMEN, scripts.georgian)
    families = same(tailed(georgian.FAMILIES, georgian.STEMS, georgian.ENDINGS, scripts.georgian))
    return TwoPart(language="kat", given=given, family=families, second=seconds(given, 0.01))


@community("eng")
def _english(key: str) -> Custom:
    given = both(english.MEN, english.WOMEN)
    compounds = cross(parse(english.FIRST_HALVES), parse(english.SECOND_HALVES))
    families = same([*parse(english.FAMILIES), *compounds])
    return TwoPart(language="eng", given=given, family=families, second=seconds(given, 0.3), shared=True)


@community("ita")
def _italian(key: str) -> Custom:
    given = both(italian.MEN, italian.WOMEN)
    families = same(tailed(italian.FAMILIES, italian.STEMS, italian.ENDINGS))
    return TwoPart(language="ita", given=given, family=families, second=seconds(given, 0.07))
