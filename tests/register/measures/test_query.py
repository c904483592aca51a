# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`ponte query` as the command-line contract describes it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ponte.cli.verbs import query
from ponte.people.models import Card
from ponte.register.entries import Participant
from ponte.register.models import Intervention
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the verb in this test's database."""
    monkeypatch.setattr(query, "open_installation", lambda purpose: None)
    return lambda *arguments: CliRunner().invoke(query.command, list(arguments))


@pytest.fixture
def work(cast: Cast, recorded: Callable[..., Intervention], known: Callable[..., Card]) -> None:
    recorded(minutes=90, languages=["zho"], participants=[Participant(card=known("A", cast.job_desk, sex="F"))])
    recorded(minutes=30, languages=["ara", "zho"], participants=[Participant(headcount=6, role="parent")])
    recorded(minutes=15, kind="meeting")


def test_json_has_the_shape_of_the_contract(ask: Callable[..., Result], work: None) -> None:
    """Whatever reads it in a script relies on every key, and on the order of rows."""
    answer = ask("--measure", "hours", "--by", "language", "--format", "json")
    assert json.loads(answer.stdout) == {
        "measure": "hours",
        "total": 2.25,
        "by": ["language"],
        "rows": [
            {"language": "zho", "value": 2},
            {"language": "ara", "value": 0.5},
            {"language": None, "value": 0.25},
        ],
    }
    assert answer.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["--measure", "attendees"], 7),
        (["--measure", "attendees", "--where", "role=parent"], 6),
        (["--measure", "attendees", "--where", "role=parent", "--where", "role="], 7),
        (["--measure", "interventions", "--where", "kind=meeting", "--where", "kind=interview"], 3),
        (["--measure", "interventions", "--where", "kind=meeting", "--where", "language=zho"], 0),
        (["--measure", "people", "--service", "sportello-lavoro"], 1),
        (["--measure", "people", "--service", "sportello-trans"], 0),
        (["--measure", "interventions", "--from", "2021-05-05"], 0),
        (["--measure", "interventions", "--from", "04/05/2021", "--to", "2021-05-04"], 3),
        (["--measure", "share", "--of", "sex", "--value", "F"], 1),
        (["--measure", "mean_age"], None),
    ],
)
def test_filters_narrow_the_figure(ask: Callable[..., Result], work: None, arguments: list[str], total: Any) -> None:
    assert json.loads(ask(*arguments, "--format", "json").stdout)["total"] == total


def test_small_figures_are_withheld_on_demand_and_said_to_be(ask: Callable[..., Result], work: None) -> None:
    answer = ask("--measure", "people", "--by", "sex", "--suppress", "5", "--format", "json")
    assert json.loads(answer.stdout) == {
        "measure": "people",
        "total": None,
        "by": ["sex"],
        "rows": [{"sex": "F", "value": None}],
        "suppressed": 2,
    }


def test_csv_and_table_hold_the_same(ask: Callable[..., Result], work: None) -> None:
    assert ask("--measure", "hours", "--by", "language", "--format", "csv").stdout == (
        "language,value\nzho,2\nara,0.5\n,0.25\n"
    )
    table = ask("--measure", "hours", "--by", "language,kind").stdout
    assert {"zho", "interview", "2.25"} <= set(table.replace("│", " ").replace("┃", " ").split())


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--measure", "houre"], "houre"),
        (["--measure", "hours", "--by", "colour"], "colour"),
        (["--measure", "hours", "--by", "month,year,kind"], "dimension"),
        (["--measure", "hours", "--service", "no-such"], "no-such"),
        (["--measure", "hours", "--project", "no-such"], "no-such"),
        (["--measure", "hours", "--organisation", "no-such"], "no-such"),
        (["--measure", "hours", "--from", "2021-13-01"], "2021-13-01"),
        (["--measure", "hours", "--from", "2022-01-01", "--to", "2021-01-01"], "2022-01-01"),
        (["--measure", "hours", "--where", "role"], "role"),
        (["--measure", "hours", "--where", "role=genitore"], "genitore"),
        (["--measure", "hours", "--where", "municipality=Atlantis"], "Atlantis"),
        (["--measure", "share"], "share"),
    ],
)
def test_wrong_usage_is_one_sentence_and_ends_with_two(
    ask: Callable[..., Result], cast: Cast, arguments: list[str], names: str
) -> None:
    """A script must see the difference between no figure and a slip in the question."""
    answer = ask(*arguments)
    assert answer.exit_code == 2
    assert names in answer.stderr
    assert answer.stdout == ""
    assert len(answer.stderr.strip().splitlines()) == 1
