# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fictional names: deterministic, in their own scripts, and handed on by the customs of each community."""

import dataclasses
import random
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ponte.demo.names import (
    FictionalName,
    family_of,
    languages_of,
    make_chosen_name,
    make_name,
    make_names_bulk,
    nationalities,
)
from ponte.demo.names.communities import custom
from ponte.demo.names.nations import NATIONS
from ponte.demo.names.pools import MAX_VARIANTS, Pool, parse
from ponte.demo.names.scripts import russian, serbian, ukrainian

COUNTRIES = sorted(nationalities())
COMMUNITIES = sorted({key for nation in NATIONS.values() for key, _ in nation.communities})
MINORITIES = {"ara-EG-coptic", "ben-hindu"}  # smaller lists: they share their country's with a large majority

# Of the sources and of Lombardy; the room may hold more.
EXPECTED = frozenset(
    [
        "RO",
        "EG",
        "MA",
        "AL",
        "CN",
        "PH",
        "PE",
        "EC",
        "UA",
        "LK",
        "BD",
        "PK",
        "IN",
        "SN",
        "NG",
        "TN",
        "MD",
        "RU",
        "SV",
        "BO",
        "BR",
        "DO",
        "GH",
        "CI",
        "TR",
        "SO",
        "ER",
        "ET",
        "SY",
        "AF",
        "BA",
        "RS",
        "PL",
        "GB",
        "KR",
        "IT",
    ]
)

SCRIPT = {
    "ara": "ARABIC", "urd": "ARABIC", "fas": "ARABIC", "prs": "ARABIC", "pus": "ARABIC", "zho": "CJK UNIFIED",
    "kor": "HANGUL", "ukr": "CYRILLIC", "rus": "CYRILLIC", "srp": "CYRILLIC", "bul": "CYRILLIC", "ben": "BENGALI",
    "pan": "GURMUKHI", "hin": "DEVANAGARI", "sin": "SINHALA", "tam": "TAMIL", "tir": "ETHIOPIC", "amh": "ETHIOPIC",
    "kat": "GEORGIAN",
}  # fmt: skip

countries = st.sampled_from(COUNTRIES)
sexes = st.sampled_from("FM")
seeds = st.integers(0, 2**32)


def some(country: str, count: int = 400, seed: int = 1) -> list[FictionalName]:
    return list(make_names_bulk(random.Random(seed), country, count))


def scripts_of(text: str) -> set[str]:
    """First words of the Unicode names of the letters: ARABIC, CYRILLIC, LATIN."""
    return {unicodedata.name(one).split(" ")[0] for one in text if unicodedata.category(one)[0] in "LM"}


def test_nationalities_cover_the_sources_and_weigh_one() -> None:
    assert set(nationalities()) >= EXPECTED
    assert sum(nationalities().values()) == pytest.approx(1)
    assert min(nationalities().values()) > 0


@pytest.mark.parametrize("key", COMMUNITIES)
def test_lists_are_long_enough_and_written_in_one_to_four_ways(key: str) -> None:
    community = custom(key)
    fewest = (25, 25) if key in MINORITIES else (60, 80)
    for sex in "FM":
        assert len(community.given[sex]) >= fewest[0]
        assert len(community.family[sex]) >= fewest[1]
        for pool in (community.given[sex], community.family[sex]):
            for entry in pool.entries:
                assert 1 <= len(entry.latin) <= MAX_VARIANTS, entry
                assert all(part == part.strip() and part for part in (entry.native, *entry.latin)), entry
                assert scripts_of("".join(entry.latin)) <= {"LATIN"}, entry
                assert len(scripts_of(entry.native)) == 1, entry


@pytest.mark.parametrize("country", COUNTRIES)
def test_names_are_whole_and_in_their_script(country: str) -> None:
    for name in some(country):
        assert name.given.strip() == name.given != ""
        assert name.family.strip() == name.family != ""
        assert "  " not in name.given + name.family + name.native
        assert name.sex in ("F", "M")
        assert scripts_of(name.given + name.family) == {"LATIN"}, name
        expected = SCRIPT.get(name.language, "LATIN")
        if expected != "LATIN":
            assert scripts_of(name.native) == {expected.split(" ")[0]}, name
            for letter in name.native:
                if unicodedata.category(letter) == "Lo":
                    assert unicodedata.name(letter).startswith(expected), name
        elif name.native:
            assert scripts_of(name.native) == {"LATIN"}, name
            assert name.native != f"{name.given} {name.family}"


@pytest.mark.parametrize("country", COUNTRIES)
def test_text_is_composed(country: str) -> None:
    for name in some(country):
        for part in (name.given, name.family, name.native):
            assert unicodedata.is_normalized("NFC", part), name


@pytest.mark.parametrize("country", COUNTRIES)
def test_people_are_many_and_common_names_common(country: str) -> None:
    people = some(country, 4000)
    assert len({(one.given, one.family, one.native) for one in people}) > 1200
    families = Counter(one.family for one in people)
    most, typical = families.most_common(1)[0][1], sorted(families.values())[len(families) // 2]
    assert most > 5 * typical


@pytest.mark.parametrize("country", COUNTRIES)
def test_hundreds_of_thousands_of_full_names_are_possible(country: str) -> None:
    possible = 0
    for key, _ in NATIONS[country].communities:
        community = custom(key)
        for sex in "FM":
            givens, families = (
                sum(len(entry.latin) for entry in pool.entries)
                for pool in (community.given[sex], community.family[sex])
            )
            second = getattr(community, "second", {}).get(sex)
            middle = len(second) if second else len(community.given["M"])
            possible += givens * families * middle
    assert possible > 300_000


@pytest.mark.parametrize("country", COUNTRIES)
def test_both_sexes_in_bulk(country: str) -> None:
    share = sum(one.sex == "F" for one in some(country, 4000)) / 4000
    assert share == pytest.approx(NATIONS[country].women / 100, abs=0.04)


@given(countries, sexes, seeds)
def test_same_seed_same_person(country: str, sex: str, seed: int) -> None:
    first, again = (make_name(random.Random(seed), country, sex) for _ in range(2))
    assert first == again
    assert first.sex == sex
    chosen = [make_chosen_name(random.Random(seed), country, sex) for _ in range(2)]
    assert chosen[0] == chosen[1] != ""


@settings(max_examples=30, deadline=None)
@given(countries, seeds, st.integers(0, 9000))
def test_bulk_does_not_hang_on_who_consumes_it(country: str, seed: int, count: int) -> None:
    whole = list(make_names_bulk(random.Random(seed), country, count))
    rng, other = random.Random(seed), random.Random(seed + 1)
    one_by_one = []
    for name in make_names_bulk(rng, country, count):
        one_by_one.append(name)
        other.random()
    assert one_by_one == whole
    assert len(whole) == count


@given(countries, st.sampled_from(["partner", "child"]), sexes, sexes, seeds)
def test_relatives_have_whole_names(country: str, role: str, head_sex: str, sex: str, seed: int) -> None:
    head = make_name(random.Random(seed), country, head_sex)
    first, again = (family_of(random.Random(seed + 1), country, head, role, sex) for _ in range(2))
    assert first == again
    assert first.sex == sex
    assert first.given
    assert first.family
    assert first.language == head.language
    assert scripts_of(first.native) <= {SCRIPT.get(first.language, "LATIN").split(" ")[0]}


@given(countries, sexes, sexes, st.sampled_from(["partner", "child"]), seeds)
def test_a_head_typed_by_hand_has_relatives_too(country: str, head_sex: str, sex: str, role: str, seed: int) -> None:
    for head in (
        FictionalName("Xenia", "Zzyzx", "", head_sex, "ita"),
        FictionalName("Maria de la O", "van der Qux", "Qux", head_sex, languages_of(country)[0]),
    ):
        relative = family_of(random.Random(seed), country, head, role, sex)
        assert relative.given
        assert relative.family


def test_mistakes_are_named() -> None:
    rng = random.Random(0)
    with pytest.raises(ValueError, match="'ZZ'"):
        make_name(rng, "ZZ", "F")
    with pytest.raises(ValueError, match="'X'"):
        make_name(rng, "EG", "X")
    with pytest.raises(ValueError, match="'uncle'"):
        family_of(rng, "EG", make_name(rng, "EG", "F"), "uncle", "M")


def test_a_name_cannot_be_changed() -> None:
    name = make_name(random.Random(0), "EG", "F")
    with pytest.raises(dataclasses.FrozenInstanceError):
        name.given = "Altra"  # type: ignore[misc]


@pytest.mark.parametrize("country", COUNTRIES)
def test_languages(country: str) -> None:
    spoken = languages_of(country)
    assert spoken
    assert len(set(spoken)) == len(spoken)
    assert all(len(code) == 3 and code.islower() for code in spoken)
    assert spoken[0] == custom(NATIONS[country].communities[0][0]).language


def test_a_name_is_written_in_several_ways_the_canonical_most_often() -> None:
    pool = Pool(parse("محمد=Mohamed/Mohammed/Muhammad/Mohamad,علي=Ali"))
    written = Counter(token.latin for token in pool.draw(random.Random(3), 20_000) if token.native == "محمد")
    assert [form for form, _ in written.most_common()] == ["Mohamed", "Mohammed", "Muhammad", "Mohamad"]
    assert written["Mohamed"] > 0.5 * written.total()


def test_a_share_in_the_list_is_the_share_drawn() -> None:
    pool = Pool(parse("김=Kim^40,이=Lee,박=Park"))
    drawn = Counter(token.latin for token in pool.draw(random.Random(3), 20_000))
    assert drawn["Kim"] / 20_000 == pytest.approx(0.4, abs=0.02)


def test_paired_family_names_of_men_and_women_keep_their_places() -> None:
    for key in ("ukr", "rus", "rus-UA", "bul", "pol", "pan", "hin"):
        community = custom(key)
        assert len(community.family["F"]) == len(community.family["M"]), key


def test_romanisations_of_cyrillic() -> None:
    assert set(ukrainian("Шевченко")) == {"Shevchenko", "Scevcenko", "Ševčenko"}
    assert ukrainian("Юлія")[0] == "Yuliia"
    assert russian("Щербаков")[0] == "Shcherbakov"
    assert serbian("Ђорђевић")[:2] == ("Djordjevic", "Đorđević")


# Customs. Heads are made by hand so that what is seen is the rule.


def relatives(country: str, head: FictionalName, role: str, sex: str, count: int = 40) -> list[FictionalName]:
    return [family_of(random.Random(n), country, head, role, sex) for n in range(count)]


def test_russian_endings_and_patronymics() -> None:
    ivanov = FictionalName("Sergei", "Ivanov", "Иванов Сергей Петрович", "M", "rus")
    assert {one.family for one in relatives("RU", ivanov, "partner", "F")} == {"Ivanova"}
    for daughter in relatives("RU", ivanov, "child", "F"):
        assert daughter.native.startswith("Иванова ")
        assert daughter.native.endswith(" Сергеевна")
    for son in relatives("RU", ivanov, "child", "M"):
        assert son.native.endswith(" Сергеевич")
    ivanova = FictionalName("Anna", "Ivanova", "Иванова Анна Петровна", "F", "rus")
    (husband,) = {one.native.split(" ")[1] for one in relatives("RU", ivanova, "partner", "M")}
    assert {one.family for one in relatives("RU", ivanova, "partner", "M")} == {"Ivanov"}
    stems = {one.native.split(" ")[2][:3] for one in relatives("RU", ivanova, "child", "F")}
    assert len(stems) == 1
    assert husband[:3] in stems


def test_ukrainian_adjectives() -> None:
    head = FictionalName("Andrii", "Kovalskyi", "Ковальський Андрій Іванович", "M", "ukr")
    assert {one.family for one in relatives("UA", head, "partner", "F")} == {"Kovalska"}
    assert {one.native.split(" ")[2] for one in relatives("UA", head, "child", "F")} == {"Андріївна"}


def test_polish_endings() -> None:
    head = FictionalName("Piotr", "Wisniewski", "Piotr Wiśniewski", "M", "pol")
    for wife in relatives("PL", head, "partner", "F"):
        assert wife.family == "Wisniewska"
        assert wife.native.endswith(" Wiśniewska")


def test_chinese_wives_keep_their_name_and_children_have_the_fathers() -> None:
    head = FictionalName("Jianming", "Hu", "胡建明", "M", "zho")
    wives = {(one.family, one.native[0]) for one in relatives("CN", head, "partner", "F")}
    assert len({native for _, native in wives}) == 1  # the head has one partner's family, whoever asks
    for child in relatives("CN", head, "child", "F"):
        assert child.family == "Hu"
        assert child.native.startswith("胡")
    mother = FictionalName("Xiao Li", "Ouyang", "欧阳小丽", "F", "zho")
    (fathers,) = {one.native[0] for one in relatives("CN", mother, "partner", "M")}
    assert {one.native[0] for one in relatives("CN", mother, "child", "M")} == {fathers}


def test_spanish_children_take_one_surname_of_each_parent() -> None:
    father = FictionalName("Luis", "Quispe Rojas", "", "M", "spa")
    (mothers,) = {one.native.split(" ")[-2] if one.native else one.family.split(" ")[0]
                  for one in relatives("PE", father, "partner", "F")}  # fmt: skip
    for child in relatives("PE", father, "child", "M"):
        whole = child.native or f"{child.given} {child.family}"
        assert whole.split(" ")[-2:] == ["Quispe", mothers]
    mother = FictionalName("Ana", "Mamani Flores", "", "F", "spa")
    assert all((one.native or one.family).split(" ")[-1] == "Mamani" for one in relatives("PE", mother, "child", "F")
               if len((one.native or one.family).split(" ")) > 1)  # fmt: skip


def test_brazilian_children_bear_the_fathers_last() -> None:
    father = FictionalName("João", "Lima Costa", "", "M", "por")
    assert all(one.family.endswith("Costa") for one in relatives("BR", father, "child", "F"))


def test_arabic_children_have_the_fathers_name_second() -> None:
    father = FictionalName("Mohamed", "El Sayed", "محمد أحمد السيد", "M", "ara")
    for child in relatives("EG", father, "child", "F"):
        assert child.native.endswith(" محمد السيد")
        assert child.family.endswith("El Sayed")


def test_nobody_takes_a_name_by_marriage_in_egypt() -> None:
    father = FictionalName("Mohamed", "Shehata", "محمد أحمد شحاتة", "M", "ara")
    assert len({one.native.split(" ", 1)[1] for one in relatives("EG", father, "partner", "F")}) > 20


def test_copts_stay_copts() -> None:
    father = FictionalName("Mina", "Shenouda", "مينا سامح شنودة", "M", "ara")
    names = {one.native.split(" ")[0] for one in relatives("EG", father, "child", "M", 200)}
    assert "محمد" not in names
    assert "جرجس" in names


def test_bengali_women_have_no_family_name() -> None:
    father = FictionalName("Md Rahim", "Uddin", "মোঃ রহিম উদ্দিন", "M", "ben")
    assert {one.family for one in relatives("BD", father, "child", "M")} == {"Uddin"}
    daughters = Counter(one.native.split(" ")[-1] for one in relatives("BD", father, "child", "F", 400))
    assert {"বেগম", "আক্তার", "খাতুন"} <= set(daughters)
    assert "উদ্দিন" not in daughters


def test_singh_and_kaur() -> None:
    head = FictionalName("Harpreet", "Singh", "ਹਰਪ੍ਰੀਤ ਸਿੰਘ", "M", "pan")
    assert {one.family for one in relatives("IN", head, "child", "F")} == {"Kaur"}
    assert {one.family for one in relatives("IN", head, "child", "M")} == {"Singh"}


def test_somali_names_have_three_parts_and_no_family() -> None:
    assert {len((one.native or f"{one.given} {one.family}").split(" ")) for one in some("SO")} == {3}
    father = FictionalName("Mohamed", "Abdi Hassan", "Maxamed Cabdi Xasan", "M", "som")
    for child in relatives("SO", father, "child", "F"):
        assert child.native.split(" ")[1:] == ["Maxamed", "Cabdi"]


def test_ethiopian_children_bear_the_fathers_given_name() -> None:
    father = FictionalName("Tesfaye", "Bekele", "ተስፋዬ በቀለ ገብሬ", "M", "amh")
    for child in relatives("ET", father, "child", "M"):
        assert child.native.split(" ")[1:] == ["ተስፋዬ", "በቀለ"]


def test_filipino_middle_names_are_the_mothers() -> None:
    father = FictionalName("Jose", "Santos", "Jose Reyes Santos", "M", "fil")
    (maiden,) = {(one.native or f"{one.given} {one.family}").removesuffix(" Santos").split(" ", 1)[-1].split(" ")[-1]
                 for one in relatives("PH", father, "partner", "F")}  # fmt: skip
    for child in relatives("PH", father, "child", "F"):
        assert (child.native or f"{child.given} {child.family}").endswith(f"{maiden} Santos")


def test_tamil_fathers_name_lasts_one_generation() -> None:
    father = FictionalName("Siva", "Kannan", "சிவா கண்ணன்", "M", "tam")
    assert {one.native.split(" ")[-1] for one in relatives("LK", father, "child", "F")} == {"சிவா"}


def test_romanian_couples_share_their_name() -> None:
    head = FictionalName("Stefan", "Turcanu", "Ștefan Țurcanu", "M", "ron")
    for wife in relatives("RO", head, "partner", "F"):
        assert wife.family == "Turcanu"
        assert wife.native.endswith(" Țurcanu")
