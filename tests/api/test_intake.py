# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A program asks who is known, and registers who is not, under the rules of the desk."""

import pytest

from ponte.api.models import Repeat
from ponte.people import presence
from ponte.people.models import Card, Enrolment, ToldApart
from ponte.platform.audit.models import AuditEvent
from tests.api.support import Program, program
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

AMINA = {"given_name": "Amina", "family_name": "Berrada", "birth_date": "1990-05-12", "why": "desk"}


def test_whom_the_team_knows_is_recognised_with_reasons(cast: Cast) -> None:
    card = registered(
        cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada", birth_year=1990, birth_month=5,
        birth_day=12,
    )  # fmt: skip
    answer = program(cast.operator).post("/people/match", {**AMINA, "id": "q1"}).json()
    assert answer["id"] == "q1"
    (match,) = answer["matches"]
    assert match["refs"] == [card.code]
    assert match["band"] == "same"
    assert match["score"] > 0
    assert match["kind"] == "own"
    assert match["reasons"] == [sign["detail"] for sign in match["signs"]]
    assert match["reasons"]
    event = AuditEvent.objects.filter(action="people.ask_presence").latest("pk")
    assert (event.actor_id, event.process, event.reason) == (cast.operator.pk, "api: prova", "la persona è qui")


def test_a_shared_services_person_is_a_presence_and_a_reserved_ones_only_somebody_to_ask(cast: Cast) -> None:
    registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada", birth_year=1990)
    registered(cast.social_worker, cast.psychology, given_name="Fatou", family_name="Diallo", birth_year=1991)
    asking = program(cast.stranger)
    (shared,) = asking.post("/people/match", {**AMINA, "birth_date": "1990"}).json()["matches"]
    assert (shared["kind"], shared["refs"], shared["score"], shared["name"]) == ("shared", [], None, "Amina Berrada")
    assert [desk["service"] for desk in shared["desks"]] == ["Sportello Lavoro"]
    (reserved,) = asking.post(
        "/people/match", {"given_name": "Fatou", "family_name": "Diallo", "birth_date": "1991", "why": "desk"}
    ).json()["matches"]
    assert (reserved["kind"], reserved["name"], reserved["reasons"], reserved["desks"]) == ("reserved", "", [], [])


def test_a_protected_services_person_is_nobody_in_match_search_and_registering(cast: Cast) -> None:
    asking = program(cast.operator)
    before = asking.post("/people/match", AMINA).json(), asking.get("/people", q="berrada").json()
    with_hidden = registered(cast.protected, cast.trans_desk, given_name="Amina", family_name="Berrada",
                             birth_year=1990, birth_month=5, birth_day=12)  # fmt: skip
    after = asking.post("/people/match", AMINA).json(), asking.get("/people", q="berrada").json()
    assert before == after
    assert asking.get(f"/people/{with_hidden.code}").status_code == 404
    assert asking.post("/people", AMINA).status_code == 201


def test_asking_takes_a_reason_and_something_to_ask(cast: Cast) -> None:
    asking = program(cast.operator)
    nameless = {name: value for name, value in AMINA.items() if name != "why"}
    for body, said in (
        (nameless, [{"field": "why", "detail": "Manca."}]),
        ({**AMINA, "why": "other"}, [{"field": "more", "detail": "Scriva il motivo."}]),
        ({**AMINA, "given_nam": "x"}, [{"field": "given_nam", "detail": "Questo campo non esiste."}]),
        ({"birth_date": "1990", "why": "desk"}, []),
    ):
        answer = asking.post("/people/match", body)
        assert (answer.status_code, answer.json()["errors"]) == (422, said)


def test_questions_are_limited_as_at_the_desk(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "LIMITS", ((presence.LIMITS[0][0], 1),))
    asking = program(cast.operator)
    assert asking.post("/people/match", AMINA).status_code == 200
    assert asking.post("/people/match", AMINA).status_code == 429
    refused = asking.post("/people", AMINA)
    assert refused.status_code == 429
    assert refused.json()["detail"] == "Ha fatto molte domande in poco tempo: riprovi fra qualche minuto."
    with system_role():
        assert Card.objects.count() == 0


def test_a_person_is_registered_and_taken_on(cast: Cast) -> None:
    answer = program(cast.operator).post(
        "/people",
        {
            **AMINA, "citizenship": ["MA"], "languages": ["ara", "fra"], "municipality": "Milano",
            "phone": "333 1234567", "fiscal_code": "RSSMRA85T10A562S", "answers": {"education": "refused"},
            "enrol": True,
        },
    )  # fmt: skip
    assert answer.status_code == 201
    said = answer.json()
    assert (said["name"], said["birth_date"], said["citizenship"]) == ("Amina Berrada", "1990-05-12", ["MA"])
    assert (said["languages"], said["municipality"], said["phone"]) == (["ara", "fra"], "015146", "+393331234567")
    card = Card.objects.get(code=said["identifier"])
    assert card.answers == {"education": "refused"}
    assert card.registered_by_id == cast.job_desk.pk
    assert Enrolment.objects.get(card=card).referent_id == cast.operator.pk


def test_somebody_who_is_likely_known_is_not_registered_in_silence(cast: Cast) -> None:
    asking = program(cast.operator)
    first = asking.post("/people", AMINA).json()
    refused = asking.post("/people", AMINA)
    assert refused.status_code == 409
    assert refused.json()["type"] == "urn:ponte:problem:likely-known"
    (match,) = refused.json()["matches"]
    assert match["refs"] == [first["identifier"]]
    without_why = asking.post("/people", {**AMINA, "apart": [match["reference"]]})
    assert without_why.json()["errors"] == [
        {"field": "apart_why", "detail": "Dica perché è un'altra persona: resta con la scheda."}
    ]
    assert Card.objects.count() == 1
    second = asking.post("/people", {**AMINA, "apart": [match["reference"]], "apart_why": "relative"})
    assert second.status_code == 201
    assert Card.objects.count() == 2


def test_another_teams_identical_person_is_not_passed_over_either(cast: Cast) -> None:
    registered(
        cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada", birth_year=1990, birth_month=5,
        birth_day=12,
    )  # fmt: skip
    asking = program(cast.stranger)
    (match,) = asking.post("/people", AMINA).json()["matches"]
    assert (match["kind"], match["refs"]) == ("shared", [])
    assert asking.post("/people", {**AMINA, "apart": [match["reference"]], "apart_why": "says_so"}).status_code == 201
    with system_role():
        assert ToldApart.objects.count() == 1


def test_what_the_form_refuses_is_told_by_field_and_nothing_is_saved(cast: Cast) -> None:
    asking = program(cast.operator, language="en")
    answer = asking.post(
        "/people", {**AMINA, "birth_date": "1990-13-01", "municipality": "Nowhere", "citizenship": ["ZZ"]}
    )
    assert answer.status_code == 422
    assert {error["field"] for error in answer.json()["errors"]} == {"birth_date", "municipality", "citizenship"}
    assert answer.json()["title"] == "Values to be corrected"
    with system_role():
        assert Card.objects.count() == 0


# Sent again


def test_a_request_sent_again_is_answered_again_and_done_once(cast: Cast) -> None:
    asking = program(cast.operator)
    first, again = (asking.post("/people", AMINA, **{"Idempotency-Key": "a-1"}) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Card.objects.count() == 1
    assert AuditEvent.objects.filter(action="api.repeat_request").count() == 1
    with system_role():
        kept = Repeat.objects.get()
    assert "Amina" not in str(vars(kept))


def test_a_key_is_for_one_request(cast: Cast) -> None:
    asking = program(cast.operator)
    asking.post("/people", AMINA, **{"Idempotency-Key": "a-1"})
    other = asking.post("/people", {**AMINA, "given_name": "Samira"}, **{"Idempotency-Key": "a-1"})
    assert (other.status_code, other.json()["type"]) == (422, "urn:ponte:problem:key-reused")
    assert Card.objects.count() == 1


def test_a_refused_request_may_be_corrected_under_the_same_key(cast: Cast) -> None:
    asking = program(cast.operator)
    assert asking.post("/people", {**AMINA, "birth_date": "x"}, **{"Idempotency-Key": "a-1"}).status_code == 422
    assert asking.post("/people", AMINA, **{"Idempotency-Key": "a-1"}).status_code == 201


def test_a_key_of_somebody_else_says_nothing(cast: Cast) -> None:
    program(cast.operator).post("/people", AMINA, **{"Idempotency-Key": "a-1"})
    answer = program(cast.protected).post(
        "/people", {"given_name": "Fatou", "family_name": "Diallo", "why": "desk"}, **{"Idempotency-Key": "a-1"}
    )
    assert answer.status_code == 201
    assert answer.json()["name"] == "Fatou Diallo"


@pytest.mark.parametrize("key", ["x" * 81, "è", "a\tb"])
def test_a_key_is_short_and_plain(cast: Cast, key: str) -> None:
    asking = program(cast.operator)
    assert asking.post("/people", AMINA, **{"Idempotency-Key": key}).status_code == 422


def test_an_answer_repeated_follows_the_rules_of_that_moment(cast: Cast) -> None:
    """The card was given a chosen name meanwhile: the legal one does not come back from what was kept."""
    from ponte.people import actions
    from ponte.platform.database.actor import acting_as

    asking = program(cast.operator)
    made = asking.post("/people", AMINA, **{"Idempotency-Key": "a-1"}).json()
    with acting_as(cast.operator.pk):
        card = Card.objects.get(code=made["identifier"])
        actions.change_card(card=card, fields={"chosen_name": "Luna"}, by=cast.operator)
    assert asking.post("/people", AMINA, **{"Idempotency-Key": "a-1"}).json()["name"] == "Luna Berrada"


def test_a_program_without_a_token_registers_nobody(cast: Cast) -> None:
    assert Program().post("/people", AMINA).status_code == 401
    with system_role():
        assert Card.objects.count() == 0
