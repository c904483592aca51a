# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The arithmetic behind every figure of matching, on cases small enough to count by hand."""

import json
from pathlib import Path

import pytest

from bench.matching import evaluate, febrl
from bench.matching.evaluate import Answer, Deduplication, Pair
from bench.matching.labelled import Truth

NOBODY = float("-inf")


def _truth(**rows: str) -> dict[str, Truth]:
    """Row → person; people in capitals are of the unseen half."""
    return {ref: Truth(ref, person, "unseen" if person.isupper() else "seen", "", ()) for ref, person in rows.items()}


THREE_AND_TWO = _truth(a1="ada", a2="ada", a3="ada", b1="BEA", b2="BEA", c1="carla")


def test_three_rows_of_a_person_are_three_pairs() -> None:
    assert evaluate.true_pairs(THREE_AND_TWO) == {"all": 4, "seen": 3, "unseen": 1}


def test_a_cluster_counts_every_pair_in_it() -> None:
    found = Deduplication([], [["a1", "a3", "a2"], ["b2", "c1"]])
    told = evaluate.judge(found, THREE_AND_TWO)["clustered"]
    assert told["all"] == {
        "precision": 0.75, "recall": 0.75, "f1": 0.75, "right": 3, "wrong": 1, "true": 4,
    }  # fmt: skip
    assert (told["seen"]["recall"], told["unseen"]["recall"]) == (1.0, 0.0)


def test_a_chain_of_two_pairs_is_a_whole_cluster_only_where_it_is_written_as_one() -> None:
    pairs = [Pair("a1", "a2", 9.0, "same"), Pair("a2", "a3", 5.0, "likely")]
    told = evaluate.judge(Deduplication(pairs, [["a1", "a2", "a3"]]), THREE_AND_TWO)
    assert told["pairwise"]["seen"]["recall"] == pytest.approx(2 / 3, abs=1e-5)
    assert told["clustered"]["seen"]["recall"] == 1.0


def test_only_what_the_product_proposes_counts_and_what_it_shows_is_reached() -> None:
    pairs = [
        Pair("a1", "a2", 9.0, "same"), Pair("a1", "a3", 5.0, "likely"), Pair("b1", "b2", 1.0, "possible"),
        Pair("a2", "c1", 0.5, "possible"),
    ]  # fmt: skip
    told = evaluate.judge(Deduplication(pairs, []), THREE_AND_TWO)
    assert (told["same"]["all"]["right"], told["pairwise"]["all"]["right"]) == (1, 2)
    assert told["pairwise"]["all"]["wrong"] == 0
    assert told["reached"]["all"]["recall"] == 0.75
    assert told["reached"]["all"]["wrong"] == 1


def test_a_pair_told_twice_counts_once() -> None:
    found = evaluate.count([("a1", "a2"), ("a2", "a1")], THREE_AND_TWO)["all"]
    assert (found.right, found.wrong) == (1, 0)


def test_what_dedupe_writes_is_read(tmp_path: Path) -> None:
    written = tmp_path / "dedupe.jsonl"
    lines = [{"pair": ["b", "a"], "score": 14.2, "band": "same"}, {"cluster": ["a", "b", "c"]}]
    written.write_text("\n".join(map(json.dumps, lines)) + "\n")
    found = Deduplication.read(written)
    assert found.pairs == [Pair("a", "b", 14.2, "same")]
    assert list(found.clustered) == [("a", "b"), ("a", "c"), ("b", "c")]


def _answered(tmp_path: Path, *matches: list[list[str]]) -> list[Answer]:
    written = tmp_path / "match.jsonl"
    with written.open("w") as file:
        for number, refs in enumerate(matches, 1):
            named = [
                {"refs": some, "score": 20.0 - place, "band": "likely", "reasons": []}
                for place, some in enumerate(refs)
            ]
            file.write(json.dumps({"id": f"q{number}", "matches": named}) + "\n")
    queries = {f"q{number}": Truth(f"q{number}", "ada", "seen", "name", ()) for number in range(1, len(matches) + 1)}
    return evaluate.read_answers(written, queries, THREE_AND_TWO)


def test_a_question_is_answered_by_any_row_of_the_right_person(tmp_path: Path) -> None:
    answers = _answered(tmp_path, [["a3", "a1"]], [["c1"], ["b1", "b2"], ["a2"]], [["c1"]], [])
    assert [answer.rank for answer in answers] == [1, 3, 0, 0]
    assert answers[3].score == NOBODY
    told = evaluate.ranked(answers)
    assert told["all"] == {"asked": 4, "first": 0.25, "within_5": 0.5, "within_10": 0.5, "recall_at_95": 0.0}
    assert told["unseen"]["asked"] == 0
    assert set(evaluate.by_form(answers)) == {"name"}


def test_a_question_without_an_answer_is_no_result(tmp_path: Path) -> None:
    (tmp_path / "match.jsonl").write_text("")
    with pytest.raises(ValueError, match="1 of 1 questions"):
        evaluate.read_answers(tmp_path / "match.jsonl", {"q": Truth("q", "ada", "seen", "", ())}, THREE_AND_TWO)


def test_recall_at_a_precision_goes_as_far_down_as_the_precision_holds() -> None:
    tops = [(9.0, True)] * 19 + [(8.0, False), (7.0, True), (6.0, False), (NOBODY, False)]
    # 19 of 19, then 19 of 20 (just 95 %), then 20 of 21 (95.2 %), then 20 of 22.
    assert evaluate.recall_at_precision(tops, 0.95) == pytest.approx(20 / 23)
    assert evaluate.recall_at_precision([(5.0, True), (5.0, False)], 0.95) == 0.0
    assert evaluate.recall_at_precision([], 0.95) == 0.0


def test_nobody_found_is_no_answer_and_nothing_wrong() -> None:
    assert evaluate.recall_at_precision([(NOBODY, False), (3.0, True)], 0.95) == 0.5


def test_records_of_febrl_are_one_person_by_their_number() -> None:
    assert {febrl.person_of(one) for one in ("rec-123-org", "rec-123-dup-0", "rec-123-dup-12")} == {"rec-123"}
    assert febrl.person_of("rec-1234-org") != febrl.person_of("rec-123-org")
    with pytest.raises(ValueError, match="no identifier"):
        febrl.person_of("rec-123")


def test_a_sheet_of_febrl_keeps_digits_for_comparing_and_dates_for_the_registry() -> None:
    record = {
        "rec_id": "rec-1-org", "given_name": "ada", "surname": "rossi", "street_number": "7",
        "address_1": "long road", "address_2": "", "suburb": "perth", "postcode": "6000", "state": "wa",
        "date_of_birth": "19840231", "soc_sec_id": "1234567",
    }  # fmt: skip
    compared = febrl.as_row("x", record)
    assert (compared["Date of birth"], compared["Indirizzo"], compared["Città"]) == (
        "19840231",
        "7 long road",
        "perth",
    )
    imported = febrl.for_import("x", record)
    assert imported["Date of birth"] == ""  # the 31st of February
    assert "Città" not in imported
    assert imported["suburb"] == "perth"
    assert febrl.for_import("x", {**record, "date_of_birth": "19840229"})["Date of birth"] == "1984-02-29"
