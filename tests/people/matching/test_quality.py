# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How well the engine does on few people, and that it says why, in both languages."""

import random
from itertools import combinations

import numpy as np
import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from ponte.people.matching import batch, model, reasons, training
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.likeness import Band
from ponte.people.matching.lookup import Lookup
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.records import Record, from_sheet
from ponte.people.matching.scoring import FIELDS, Scorer
from ponte.people.matching.table import RecordTable

Row = dict[str, str]
STARTS, ENDS = ("Bal", "Cor", "Den", "Fal", "Gor", "Kam", "Lud", "Mar", "Nor", "Pel", "Ros", "Sil", "Tam", "Ver"), (
    "ano", "ini", "essa", "ardo", "uzzi", "ola", "etti", "iero",
)  # fmt: skip
STREETS = ("Via dei Tigli", "Via Lodi", "Corso Como", "Viale Monza", "Via Padova", "Piazza Grande")


def person(rng: random.Random) -> Row:
    def word() -> str:
        return rng.choice(STARTS) + rng.choice(ENDS)

    return {
        "given_name": word(), "family_name": word() + rng.choice(("", "", "s", "do")),
        "birth_date": f"{rng.randint(1950, 2005)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "address": f"{rng.choice(STREETS)} {rng.randint(1, 90)}", "postcode": f"20{rng.randint(100, 900)}",
        "municipality": rng.choice(("Milano", "Rozzano", "Melegnano", "Opera")),
        "document": f"{rng.randint(10**6, 10**7 - 1)}", "sex": rng.choice("FM"),
    }  # fmt: skip


def written_again(rng: random.Random, row: Row) -> Row:
    """Up to four slips, as in the sets called FEBRL: a letter changed, swapped or left out, a value missing, names
    the other way round."""
    again = dict(row)
    for _ in range(rng.randint(1, 4)):
        column = rng.choice(list(again))
        text, at = again[column], rng.randrange(max(1, len(again[column]) - 1))
        kind = rng.random()
        if kind < 0.2:
            again[column] = ""
        elif kind < 0.3:
            again["given_name"], again["family_name"] = again["family_name"], again["given_name"]
        elif kind < 0.6:
            again[column] = text[:at] + text[at + 1 :]
        elif kind < 0.8:
            again[column] = text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
        else:
            again[column] = text[:at] + rng.choice("aeiou17") + text[at + 1 :]
    return again


def test_on_a_small_set_of_slips_it_finds_nearly_all_and_hardly_a_wrong_pair() -> None:
    rng = random.Random(7)
    people = [person(rng) for _ in range(400)]
    rows = [row for one in people for row in (one, written_again(rng, one))]
    found = batch.find([from_sheet(row) for row in rows], model.delivered())
    proposed = {
        tuple(pair)
        for pair, band in zip(found.pairs.tolist(), found.bands, strict=True)
        if band in {Band.SAME, Band.LIKELY}
    }
    true = {(at, at + 1) for at in range(0, len(rows), 2)}
    f1 = 2 * len(proposed & true) / (len(proposed) + len(true))
    assert f1 >= 0.985


def test_of_few_people_nothing_is_learnt() -> None:
    """Or the first week of a desk would bend the weights by its chances."""
    rng = random.Random(3)
    rows = [row for one in (person(rng) for _ in range(30)) for row in (one, written_again(rng, one))]
    encoded = Encoded.of([from_sheet(row) for row in rows])
    pairs = np.array(list(combinations(range(len(rows)), 2)), np.int64)
    scorer = Scorer(model.delivered(), encoded.table.vocabulary, encoded.rarity, families=False)
    scored = scorer.score(encoded.table, pairs[:, 0], encoded.table, pairs[:, 1])
    assert training.trained(scorer, encoded.table, scored) is model.delivered()
    assert scorer.model is model.delivered()


def test_weights_of_one_run_say_so_in_their_version() -> None:
    rng = random.Random(5)
    rows = [row for one in (person(rng) for _ in range(400)) for row in (one, written_again(rng, one))]
    encoded = Encoded.of([from_sheet(row) for row in rows])
    pairs = np.array([(at, at + 1) for at in range(len(rows) - 1)], np.int64)
    scorer = Scorer(model.delivered(), encoded.table.vocabulary, encoded.rarity, families=False)
    fitted = training.trained(
        scorer, encoded.table, scorer.score(encoded.table, pairs[:, 0], encoded.table, pairs[:, 1])
    )
    assert fitted.version == f"{model.delivered().version}+em"


DATES = st.sampled_from(("1990-05-04", "1990-04-05", "1990", "1990-01-01", "1961-02-11", "31/02/1990", ""))
WORDS = st.sampled_from(
    ("Anna", "Ann", "Olga", "Mohamed", "محمد", "Rossi", "El", "Ковальчук", "王小明", "A.", "N.N.", "")
)
ROWS = st.fixed_dictionaries(
    {
        "given_name": WORDS, "family_name": WORDS, "native_name": WORDS,
        "birth_date": DATES,
        "phone": st.sampled_from(("3331112222", "3331112223", "")), "sex": st.sampled_from(("F", "M", "")),
        "fiscal_code": st.sampled_from(("PTRNNA90E44F205X", "PTRNNA61B51F205X", "")),
        "address": st.sampled_from(("via Roma 1", "Via Roma, 1", "corso Como 2", "")),
        "citizenship": st.sampled_from(("MA", "MA;IT", "UA", "")), "household": st.sampled_from(("1", "2", "")),
    }
)  # fmt: skip


@given(ROWS, ROWS)
@settings(max_examples=150, deadline=None)
def test_a_pair_scores_the_same_from_either_side(one: Row, other: Row) -> None:
    table = RecordTable([from_sheet(one), from_sheet(other)], vocabulary := Vocabulary())
    scorer = Scorer(model.delivered(), vocabulary, Rarity.counted({}, 1000))
    first, second = np.zeros(1, np.int64), np.ones(1, np.int64)
    forth, back = scorer.score(table, first, table, second), scorer.score(table, second, table, first)
    assert forth.bits[0] == pytest.approx(back.bits[0], abs=1e-3)
    assert forth.vector(0) == back.vector(0)


@given(ROWS, ROWS)
@settings(max_examples=60, deadline=None)
def test_a_kept_comparison_weighs_what_it_weighed(one: Row, other: Row) -> None:
    """But for the names, which are kept in whole bits: or nothing could be learnt from old answers."""
    table = RecordTable([from_sheet(one), from_sheet(other)], vocabulary := Vocabulary())
    scorer = Scorer(model.delivered(), vocabulary, Rarity.counted({}, 1000))
    scored = scorer.score(table, np.zeros(1, np.int64), table, np.ones(1, np.int64))
    kept = type(scored).of_vectors(scored.vectors())
    assert scorer.again(kept)[0] == pytest.approx(scored.bits[0], abs=0.5 * scorer.model.slope + 1e-3)


def likely(asked: Row, row: Row) -> list[Band]:
    """In which band the one is found among some others."""
    others = [person(random.Random(at)) for at in range(60)]
    lookup = Lookup([from_sheet(row), *map(from_sheet, others)], model.delivered())
    (answers,) = lookup.answers([from_sheet(asked)], top=5)
    return [match.band for match in answers if 0 in match.rows]


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("Abd El Rahman Mahmoud", "Abdelrahman Mahmoud"),
        ("Youssef Ben Ali", "Youssef Benali"),
        ("Youssef bin Ali", "Youssef Ali"),
        ("Mohamed Ould Ahmed", "Mohamed Ahmed"),
        ("Maria de la Cruz", "Maria Cruz"),
        ("Fatima El Amrani", "Fatima Amrani"),
        ("Al-Hassan Karim", "Karim Hassan"),
        ("O. Shevchenko", "Olena Shevchenko"),
        ("Wang X.", "Wang Xiaoming"),
    ],
)
def test_particles_and_initials_do_not_hide_a_person(asked: str, there: str) -> None:
    born = {"birth_date": "1991-05-17"}
    assert likely({"given_name": asked} | born, {"given_name": there} | born)[:1] in ([Band.SAME], [Band.LIKELY])


@pytest.mark.parametrize("placeholder", ["N.N.", "sconosciuto", "Sconosciuta", "n.d.", "NN", "non noto", "unknown"])
def test_a_placeholder_is_no_name_and_makes_nobody_alike(placeholder: str) -> None:
    assert likely({"given_name": placeholder}, {"given_name": placeholder, "family_name": placeholder}) == []
    named = {"family_name": "Shevchenko", "birth_date": "1991-05-17"}
    assert likely({"given_name": placeholder} | named, {"given_name": "Olena"} | named)[:1] != []


LEVELS = [(field, level) for field in FIELDS for level in LEVEL_NAMES[field][1:] if reasons.in_words(field, level)]


@pytest.mark.parametrize(("field", "level"), LEVELS)
def test_every_level_has_its_words_in_both_languages(field: str, level: str) -> None:
    said = {}
    for language in ("it", "en"):
        with translation.override(language):
            said[language] = reasons.in_words(field, level)
    assert said["it"] != said["en"] or level == "email"
    assert all(said.values())


def test_no_two_levels_of_a_field_are_told_in_the_same_words_and_none_that_weighs_is_silent() -> None:
    for field in FIELDS:
        told = [reasons.in_words(field, level) for level in LEVEL_NAMES[field][1:]]
        assert len(set(filter(None, told))) == len(list(filter(None, told)))
        for level, words, bits in zip(
            LEVEL_NAMES[field][1:], told, model.delivered().weights[field][1:], strict=True
        ):
            assert words or abs(float(bits)) < reasons.LEAST_TOLD, (field, level)


@pytest.mark.parametrize(
    ("one", "other", "italian", "english"),
    [
        (
            {"birth_date": "1990-05-04"}, {"birth_date": "1990-05-04"},
            "stessa data di nascita", "same birth date",
        ),
        (
            {"birth_date": "1990-05-04"}, {"birth_date": "1990-04-05"},
            "stessa data di nascita, con giorno e mese scambiati", "same birth date, day and month swapped",
        ),
        ({"birth_date": "1990-05-04"}, {"birth_date": "1990"}, "stesso anno di nascita", "same year of birth"),
        ({"phone": "3331112222"}, {"phone": "3331112222"}, "stesso telefono", "the same telephone"),
    ],
)  # fmt: skip
def test_what_the_fields_say_is_told_in_the_language_in_use(one: Row, other: Row, italian: str, english: str) -> None:
    named = {"given_name": "Olena", "family_name": "Shevchenko"}
    for language, sentence in (("it", italian), ("en", english)):
        with translation.override(language):
            lookup = Lookup([from_sheet(named | other)], model.delivered())
            (answers,) = lookup.answers([from_sheet(named | one)], top=1)
            assert sentence in [reason.text for reason in answers[0].reasons]


def test_a_record_of_nothing_is_like_nobody() -> None:
    lookup = Lookup([Record(), from_sheet({"given_name": "Anna"})], model.delivered())
    assert list(lookup.answers([Record()], top=3)) == [[]]
