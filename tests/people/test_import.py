# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the rows of a sheet are long

"""People come in from a file whole, once, and without undoing what was put right here."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ponte.cli.sheets import import_sheet
from ponte.people import actions, queries
from ponte.people.models import Card, CardIdentifier, Household, NameToken, Person
from ponte.people.search import search
from ponte.people.sheet import PeopleImport
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.platform.spreadsheets.importing import ImportResult, run
from ponte.platform.spreadsheets.reading import read_bytes
from ponte.platform.spreadsheets.writing import write_sheet
from tests.cast import Cast
from tests.support import system_role

FILE = """ref,given_name,family_name,native_name,chosen_name,sex,birth_date,birth_country,citizenship,languages,municipality,phone,email,fiscal_code,document,education,employment,household,household_role,colore
1,Amina,El Idrissi,أمينة الإدريسي,,F,03/1985,MA,MA;IT,ara;fra,Milano,333 1234567,amina@example.org,,K 123456,degree,employed,casa,head,verde
2,Sara,El Idrissi,,,F,12/04/2012,,IT,ita,015146,,,,,primary,student,casa,child,
3,,,王小明,,M,1990,CN,CN,zho,Rozzano,,,STP0301234567890,,,,,,
4,Mario,Rossi,,Maria,X,1985-12-10,IT,IT,ita,,,,RSSMRA85T10A562S,,,,altra,,
"""


@pytest.fixture
def system(cast: Cast) -> Iterator[Cast]:
    with system_role():
        yield cast


def bring(text: str, cast: Cast | None = None, **options: object) -> ImportResult:
    kind = PeopleImport(service=cast.job_desk if cast else None, **options)  # type: ignore[arg-type]
    return run(read_bytes(text.encode(), "persone.csv"), kind)


def test_every_column_arrives(system: Cast) -> None:
    result = bring(FILE, system)
    assert (result.problems, result.counts) == ([], {"created": 4, "updated": 0, "unchanged": 0})
    assert result.unknown_headings == ["colore"]
    amina = Card.objects.get(import_ref="1")
    told = {name: getattr(amina, name) for name in PEOPLE_FIELDS}
    assert told == {
        "given_name": "Amina",
        "family_name": "El Idrissi",
        "native_name": "أمينة الإدريسي",
        "chosen_name": "",
        "sex": "F",
        "birth_year": 1985,
        "birth_month": 3,
        "birth_day": None,
        "birth_country": "MA",
        "citizenships": ["MA", "IT"],
        "languages": ["ara", "fra"],
        "area": system.milano,
        "phone": "+393331234567",
        "email": "amina@example.org",
        "education": "degree",
        "employment": "employed",
        "household_role": "head",
        "notes": "colore: verde",
        "answers": {},
        "registered_by": system.job_desk,
    }
    sara = Card.objects.get(import_ref="2")
    assert sara.household_id == amina.household_id
    assert Card.objects.get(import_ref="4").household_id not in {None, amina.household_id}
    assert set(CardIdentifier.objects.values_list("card__import_ref", "kind", "value")) == {
        ("1", "other", "K123456"),
        ("3", "stp", "STP0301234567890"),
        ("4", "fiscal_code", "RSSMRA85T10A562S"),
    }
    assert Person.objects.count() == 4
    assert AuditEvent.objects.filter(action="people.register_card").count() == 4


PEOPLE_FIELDS = (
    "given_name", "family_name", "native_name", "chosen_name", "sex", "birth_year", "birth_month", "birth_day",
    "birth_country", "citizenships", "languages", "area", "phone", "email", "education", "employment",
    "household_role", "notes", "answers", "registered_by",
)  # fmt: skip


def test_the_team_finds_them_and_nobody_else(cast: Cast) -> None:
    with system_role():
        bring(FILE, cast)
    with acting_as(cast.operator.pk):
        assert [card.import_ref for card in search(cast.operator, "王小明").cards] == ["3"]
        assert [card.import_ref for card in search(cast.operator, "maria rossi").cards] == ["4"]
        assert queries.visible_to(cast.operator).count() == 4
    with acting_as(cast.stranger.pk):
        assert queries.visible_to(cast.stranger).count() == 0


def state() -> list[object]:
    return [
        list(Card.objects.order_by("pk").values()),
        list(CardIdentifier.objects.order_by("pk").values()),
        list(Household.objects.order_by("pk").values()),
        sorted(NameToken.objects.values_list("card_id", "token")),
        AuditEvent.objects.count(),
    ]


def test_importing_twice_changes_nothing(system: Cast) -> None:
    bring(FILE, system)
    before = state()
    assert bring(FILE, system).counts == {"created": 0, "updated": 0, "unchanged": 4}
    assert state() == before


def test_two_sources_may_use_the_same_refs(system: Cast) -> None:
    bring(FILE)
    assert bring(FILE, source="altro").counts["created"] == 4
    assert Household.objects.count() == 4


def test_a_changed_file_changes_what_it_changed_and_says_what_was(system: Cast) -> None:
    bring(FILE, system)
    changed = FILE.replace("Amina,El Idrissi", "Amina,Bensaid").replace("K 123456", "K 999").replace("verde", "blu")
    assert bring(changed, system).counts == {"created": 0, "updated": 1, "unchanged": 3}
    amina = Card.objects.get(import_ref="1")
    assert (amina.family_name, amina.notes) == ("Bensaid", "colore: blu")
    assert list(amina.identifiers.values_list("value", flat=True)) == ["K999"]
    assert "idrissi" not in amina.name_tokens.values_list("token", flat=True)
    event = AuditEvent.objects.get(action="people.change_card")
    assert event.before == {"family_name": "El Idrissi", "notes": "…"}
    assert event.after == {"family_name": "Bensaid", "notes": "…"}


def test_a_correction_made_here_outlives_the_wrong_file(cast: Cast) -> None:
    """Nothing acknowledged is lost, not even to the file it came from."""
    with system_role():
        bring(FILE, cast)
        card = Card.objects.get(import_ref="1")
    with acting_as(cast.operator.pk):
        actions.change_card(
            card=card, fields={"family_name": "Al Idrissi", "notes": "chiamare la sera"}, by=cast.operator
        )
    with system_role():
        bring(FILE, cast)
        bring(FILE.replace("amina@example.org", "nuova@example.org").replace("verde", "blu"), cast)
        card = Card.objects.get(import_ref="1")
    assert (card.family_name, card.email) == ("Al Idrissi", "nuova@example.org")
    assert card.notes == "chiamare la sera\ncolore: blu"


def test_a_column_that_a_later_file_lacks_stays_as_it_was(system: Cast) -> None:
    bring(FILE)
    assert bring("ref,given_name\n1,Amina\n").counts == {"created": 0, "updated": 0, "unchanged": 1}
    assert Card.objects.get(import_ref="1").family_name == "El Idrissi"
    bring("ref,given_name,phone\n1,Amina,\n")
    assert Card.objects.get(import_ref="1").phone == ""


WRONG = """ref,given_name,family_name,sex,birth_date,citizenship,languages,municipality,email,fiscal_code,education
1,Anna,Neri,F,31/02/1980,MA,ara,Milano,a@b.it,,degree
2,,,Q,1980,Atlantide,xxxx,Gotham,a@b,RSSMRA85T10A562X,laurea
3,,,F,2150,,,,,,
3,Bea,,F,1850,,,,,,
4,Carla,,,,,,Gotham,,,
5,Dina,,,,,,,,,
5,Dina,,,,,,,,,
6,,,,,,,,,,
"""


def test_every_wrong_value_is_listed_and_nothing_is_stored(system: Cast) -> None:
    result = bring(WRONG)
    assert [(p.row, p.column, p.found) for p in result.problems] == [
        (2, "birth_date", "31/02/1980"),
        (3, "given_name", ""),
        (3, "sex", "Q"),
        (3, "citizenship", "Atlantide"),
        (3, "languages", "xxxx"),
        (3, "municipality", "Gotham"),
        (3, "email", "a@b"),
        (3, "fiscal_code", "RSSMRA85T10A562X"),
        (3, "education", "laurea"),
        (4, "given_name", ""),
        (4, "birth_date", "2150"),
        (5, "ref", "3"),
        (5, "birth_date", "1850"),
        (6, "municipality", "Gotham"),
        (8, "ref", "5"),
        (9, "given_name", ""),
    ]
    assert not Card.objects.exists()


def test_a_file_without_any_name_column_is_refused_once(system: Cast) -> None:
    assert [(p.row, p.column) for p in bring("ref,phone\n1,2\n3,4\n").problems] == [(1, "given_name")]


def test_the_command_says_what_went_wrong_and_ends_with_1(
    system: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "persone.csv"
    file.write_text(WRONG, "utf-8")
    with pytest.raises(SystemExit) as end:
        import_sheet(file, PeopleImport(), partial=True, refused=None, as_json=True)
    assert end.value.code == 1
    said = capsys.readouterr()
    assert "persone.csv: row 2, column birth_date: found '31/02/1980', expected a date that exists" in said.err
    outcome = json.loads(said.out)
    assert (outcome["rows"], outcome["created"], outcome["refused"]) == (8, 1, 7)
    refused = read_bytes((tmp_path / "persone.refused.csv").read_bytes(), "x.csv")
    assert (refused.headings[-1], len(refused.rows)) == ("problem", 7)
    assert Card.objects.get().given_name == "Dina"


words = st.text(st.characters(codec="utf-8", categories=("L",)), min_size=1, max_size=20).map(str.strip).filter(bool)


@given(people=st.lists(st.tuples(words, words), min_size=1, max_size=5), kind=st.sampled_from(["csv", "xlsx", "ods"]))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_names_in_any_script_come_back_as_they_went(
    system: Cast, tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, str]], kind: str
) -> None:
    path = tmp_path_factory.mktemp("import") / f"persone.{kind}"
    write_sheet(
        path,
        kind,
        headings=["ref", "given_name", "family_name"],
        rows=[(f"r{at}", *name) for at, name in enumerate(people)],
    )
    source = path.parent.name
    result = run(read_bytes(path.read_bytes(), path.name), PeopleImport(source=source))
    assert result.counts["created"] == len(people)
    stored = Card.objects.filter(import_source=source).order_by("import_ref")
    expected = [tuple(unicodedata.normalize("NFC", part) for part in name) for name in people]
    assert [(card.given_name, card.family_name) for card in stored] == expected
