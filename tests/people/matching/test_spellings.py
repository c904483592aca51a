# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One name as several desks write it. Whoever is lost here is registered twice."""

import time

import pytest

from ponte.people.matching.likeness import Band
from ponte.people.matching.lookup import Lookup
from ponte.people.matching.model import delivered
from ponte.people.matching.names import han
from ponte.people.matching.names.telling import told
from ponte.people.matching.names.vocabulary import forms, words_of
from ponte.people.matching.records import Record, from_sheet

ONE_NAME = [
    ("Голуб", "Holub"), ("Голуб", "Golub"), ("Герасимчук", "Herasymchuk"), ("Ганна", "Hanna"),
    ("Ganna", "Hanna"), ("Харченко", "Harchenko"), ("Харченко", "Kharchenko"), ("Harcenko", "Kharchenko"),
    ("Serhii", "Sergii"), ("Шевченко", "Şevcenco"),
    ("মিজানুর", "Mizanur"), ("মিজানুর", "Mijanur"), ("Ziaur", "Jiaur"), ("জিয়াউর", "Ziaur"),
    ("الزهراوي", "Ezzahraoui"), ("Ettazi", "Tazi"), ("Benali", "Ali"), ("Abouelnaga", "Naga"), ("إدريس", "Driss"),
    ("إبراهيم", "Brahim"), ("قاسمی", "Ghasemi"), ("قاسمی", "Qasimi"), ("جاوید", "Javed"), ("پروین", "Parveen"),
    ("رضا", "Raza"), ("رضا", "Rida"), ("فیضی", "Faizi"), ("عثمان", "Osman"), ("عثمان", "Uthman"),
    ("سعيد", "Saeed"), ("Saïd", "Saeed"), ("السيد", "Sayed"), ("الحسن", "Lahcen"), ("العمراني", "Lamrani"),
    ("Aboelela", "Ela"), ("Володимир", "Vladimir"), ("Олена", "Elena"), ("উদ্দিন", "Uddin"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_one_name_sounds_the_same_in_both_spellings(one: str, other: str) -> None:
    assert _skeletons(one) & _skeletons(other)


@pytest.mark.parametrize(("one", "other"), [("Boiko", "Bondar"), ("Zahra", "Sadia"), ("Hanna", "Galina")])
def test_two_names_do_not(one: str, other: str) -> None:
    assert not _skeletons(one) & _skeletons(other)


@pytest.mark.parametrize(
    "name", ["Abdelkader Haddad", "Abd El Kader Haddad", "Abdul Kader Haddad", "Abdool Kader Haddad"]
)
def test_a_servants_name_is_two_words_however_it_is_written(name: str) -> None:
    assert words_of(name) == ("abd", "kader", "haddad")


@pytest.mark.parametrize(
    "name", ["Salaheddine Amer", "Salahuddin Amer", "Salah El Din Amer", "Salah Eddine Amer", "صلاح الدين Amer"]
)
def test_so_is_a_name_of_faith(name: str) -> None:
    found = [form.skeleton for word in words_of(name) for form in forms(word)[:1]]
    assert found == [forms(word)[0].skeleton for word in ("salah", "din", "amer")]


def test_geraldine_is_one_word() -> None:
    assert words_of("Geraldine Cruz") == ("geraldine", "cruz")


def test_the_l_of_abdelatif_is_the_articles_and_the_names_own() -> None:
    assert words_of("Abdelatif Bennani") == words_of("Abdel Latif Bennani")


def test_an_african_name_that_begins_alike_stays_whole() -> None:
    assert words_of("Abdoulaye Diop") == ("abdoulaye", "diop")


def test_a_servants_name_is_told_as_one() -> None:
    one, other = _named("Abdul Rahman", "Khan"), _named("Abdurrahman", "Khan")
    assert [(reason.left, reason.right) for reason in told(one, other)] == [
        ("Khan", "Khan"),
        ("Abdul Rahman", "Abdurrahman"),
    ]


def test_a_patronymic_in_common_is_not_taken_for_a_rare_family_name() -> None:
    """Else the daughter of another Leonid comes before the person, whose card has no patronymic."""
    found = _asked("Ильина Ирина Леонидовна", [("Irina", "Ilina"), ("Orysia Leonidivna", "Oliinyk")])
    assert found[0] == 0


def test_whose_own_name_is_left_out_is_likelier_a_relative() -> None:
    found = _asked("محمد عادل عوض", [("Adel", "Awad"), ("Mohamed", "Awad")])
    assert found == [1, 0]


def test_of_two_alike_the_one_with_the_same_particle_leads() -> None:
    found = _asked("أحمد بن أحمد", [("Ahmed", "Ahmed"), ("Ahmed", "Ben Ahmed")])
    assert found[0] == 1


def test_a_name_alone_makes_nobody_certain() -> None:
    lookup = Lookup([_named("Halyna", "Holub")], delivered())
    [[match]] = lookup.answers([from_sheet({"native_name": "Голуб Галина"})], top=1)
    assert match.band is not Band.SAME


def _skeletons(word: str) -> set[str]:
    [only] = words_of(word)
    return {form.skeleton for form in forms(only)}


def _named(given: str, family: str) -> Record:
    return from_sheet({"given_name": given, "family_name": family})


def _asked(native: str, people: list[tuple[str, str]]) -> list[int]:
    """The rows found, the likeliest first."""
    lookup = Lookup([_named(*name) for name in people], delivered())
    question = from_sheet({"native_name": native})
    [matches] = lookup.answers([question], top=5)
    return [match.rows[0] for match in matches]


@pytest.mark.parametrize("word", ["a" * 70_000, "an" * 500, "xian" * 10, "anananananananananananananananananananan"])
def test_a_word_without_end_is_compared_in_no_time(word: str) -> None:
    """What somebody pastes into the name must not keep the page, and the desk behind it, waiting."""
    started = time.perf_counter()
    han.syllables(word)
    assert time.perf_counter() - started < 1
