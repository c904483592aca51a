# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The door at intake: who is told what of whom, what it leaves behind, and what it never tells."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import actions, enrolling, identity, presence, protected_notices
from ponte.people.models import (
    Acquaintance,
    Card,
    CardIdentifier,
    IdentityDecision,
    PresenceInquiry,
    PresenceNotice,
    PresenceQuestion,
    ToldApart,
)
from ponte.people.presence import Kind, Presence, Purpose, Question
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

AMINA = {
    "given_name": "Amina", "family_name": "El Idrissi", "birth_year": 1985, "birth_month": 3, "birth_day": 12,
    "phone": "+393331234567",
}  # fmt: skip
SHEET = {"given_name": "Amina", "family_name": "El Idrissi", "birth_date": "12/03/1985"}


def service_of(cast: Cast, name: str) -> Service:
    return {
        "operator": cast.job_desk,
        "colleague": cast.job_desk,
        "coordinator": cast.job_desk,
        "mediator": cast.mediation,
        "social_worker": cast.psychology,
        "protected": cast.trans_desk,
        "stranger": cast.foreign_desk,
    }.get(name, cast.job_desk)


def asked(by: User, service: Service, about: Card | None = None, **sheet: str) -> list[Presence]:
    with acting_as(by.pk):
        return presence.ask(
            question=Question(sheet or SHEET, about), purpose=Purpose(service, PresenceInquiry.Why.AT_THE_DESK), by=by
        )


def known_also_to(card: Card, *services: Service) -> None:
    with system_role():
        Acquaintance.objects.bulk_create(Acquaintance(card=card, service=service) for service in services)


def test_who_is_told_what(cast: Cast) -> None:
    """One person known to each of the services alone, and every member of the cast asks."""
    told: dict[str, dict[str, str]] = {}
    for by, service in (
        (cast.operator, cast.job_desk),
        (cast.social_worker, cast.psychology),
        (cast.protected, cast.trans_desk),
        (cast.stranger, cast.foreign_desk),
    ):
        card = registered(by, service, **AMINA)
        for name, user in cast.users.items():
            try:
                answers = asked(user, service_of(cast, name))
            except PermissionDenied:
                told.setdefault(name, {})[service.slug] = "refused"
            else:
                told.setdefault(name, {})[service.slug] = ", ".join(answer.kind for answer in answers)
        with system_role():
            Acquaintance.objects.filter(card=card).delete()
    none_may = dict.fromkeys(
        (s.slug for s in (cast.job_desk, cast.psychology, cast.trans_desk, cast.foreign_desk)), "refused"
    )
    keys = ("sportello-lavoro", "consulenza-psicologica", "sportello-trans", "sportelli-stranieri-sud-est")
    assert told == {
        "operator": dict(zip(keys, ("own", "reserved", "", "shared"), strict=True)),
        "colleague": dict(zip(keys, ("own", "reserved", "", "shared"), strict=True)),
        "coordinator": dict(zip(keys, ("own", "reserved", "", "shared"), strict=True)),
        "mediator": dict(zip(keys, ("shared", "reserved", "", "shared"), strict=True)),
        "social_worker": dict(zip(keys, ("shared", "own", "", "shared"), strict=True)),
        "protected": dict(zip(keys, ("shared", "reserved", "own", "shared"), strict=True)),
        "stranger": dict(zip(keys, ("shared", "reserved", "", "own"), strict=True)),
        "org_coordinator": none_may,
        "network_manager": none_may,
        "auditor": none_may,
        "administrator": none_may,
    }


def test_a_shared_service_is_named_with_whom_to_call(cast: Cast) -> None:
    card = registered(cast.stranger, cast.foreign_desk, **AMINA, area=cast.rozzano)
    with acting_as(cast.stranger.pk):
        enrolling.open_enrolment(
            card=card,
            service=cast.foreign_desk,
            opened_on=dt.date(2026, 1, 2),
            by=cast.stranger,
            referent=cast.stranger,
        )
    known_also_to(card, cast.psychology, cast.trans_desk)
    (told,) = asked(cast.operator, cast.job_desk)
    assert (told.name, told.birth_year, told.municipality, told.card) == ("Amina El Idrissi", 1985, "Rozzano", None)
    assert [(desk.service, desk.provider, desk.referent) for desk in told.desks] == [
        ("Sportelli per stranieri", "Azienda Sociale Sud Est Milano", "Sandro Valli")
    ]


def test_of_a_person_of_a_reserved_service_only_that_there_is_somebody_to_ask(cast: Cast) -> None:
    """Not who it is nor what agrees: names, years and telephones could be tried in turn."""
    registered(cast.social_worker, cast.psychology, **AMINA)
    (told,) = asked(cast.operator, cast.job_desk)
    assert told.kind == Kind.RESERVED
    assert (told.name, told.birth_year, told.municipality, told.signs, told.desks, told.card) == (
        "", None, "", (), (), None,
    )  # fmt: skip
    for value in ("sicolog", "Amina", "1985", "Rozzano"):
        assert value not in repr(told)


def test_at_intake_and_in_the_queue_the_same_is_told_of_others_people(cast: Cast) -> None:
    """Two answers about one person that tell different things would tell more together than either may."""
    from ponte.people.review import actions, queries
    from ponte.people.review.proposals import Proposal
    from tests.people.review.conftest import like

    own = registered(cast.operator, cast.job_desk, given_name="Zoe")
    for service, by in ((cast.foreign_desk, cast.stranger), (cast.psychology, cast.social_worker)):
        there = registered(by, service, **AMINA)
        with system_role():
            actions.propose([Proposal(own.pk, there.pk, like())], source="dedupe", by=None)
    with acting_as(cast.operator.pk):
        views = queries.next_pairs(cast.operator, most=5)
    in_queue = {
        (side.name, side.birth_year, tuple(desk.name for desk in side.services), not side.is_told)
        for view in views
        for side in view.sides
        if side.card is None
    }
    at_intake = {
        (told.name, told.birth_year, tuple(desk.service for desk in told.desks), told.kind == Kind.RESERVED)
        for told in asked(cast.operator, cast.job_desk)
    }
    assert in_queue == at_intake == {
        ("Amina El Idrissi", 1985, ("Sportelli per stranieri",), False), ("", None, (), True),
    }  # fmt: skip


def test_one_s_own_card_is_answered_itself(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, **AMINA)
    known_also_to(card, cast.foreign_desk, cast.trans_desk)
    (told,) = asked(cast.operator, cast.job_desk)
    assert (told.kind, told.card, told.desks) == (Kind.OWN, card, ())


def test_of_somebody_else_s_card_no_value_is_told_and_never_the_legal_name(cast: Cast) -> None:
    """Who types the legal name reads the chosen one, and that something agrees: not what."""
    registered(
        cast.stranger, cast.foreign_desk, given_name="Ludovico", family_name="Rossi", native_name="Лудовико Росси",
        chosen_name="Maria", birth_year=1985, birth_month=12, birth_day=10, phone="+393331234567",
    )  # fmt: skip
    (told,) = asked(
        cast.operator,
        cast.job_desk,
        given_name="Ludovic",
        family_name="Rossi",
        birth_date="1985",
        phone="333 7654321",
    )
    assert told.name == "Maria Rossi"
    assert [sign.text for sign in told.signs if "nome" in sign.text] == ["il nome coincide o somiglia"]
    for secret in ("Ludovico", "Лудовико", "12/10", "10/12", "1234567"):
        assert secret not in repr(told)


@pytest.mark.parametrize(
    "sheet",
    [
        {"given_name": "Amina", "family_name": "El Idrissi"},
        {"phone": "333 123 4567"},
        {"given_name": "Idrisi Amina", "birth_date": "1985"},
        {"native_name": "أمينة الإدريسي", "birth_date": "1985"},
    ],
    ids=["a name alone", "a telephone alone", "a name and a year", "another script"],
)
def test_little_is_enough(cast: Cast, sheet: dict[str, str]) -> None:
    registered(cast.stranger, cast.foreign_desk, **AMINA)
    for number in range(30):
        registered(cast.stranger, cast.foreign_desk, given_name=f"Carla{number}", family_name="Bianchi")
    assert Question(sheet).is_enough
    assert [told.name for told in asked(cast.operator, cast.job_desk, **sheet)] == ["Amina El Idrissi"]


@pytest.mark.parametrize("sheet", [{}, {"given_name": "A"}, {"sex": "F"}, {"birth_date": "1985"}, {"phone": "333"}])
def test_too_little_is_not_asked_at_all(sheet: dict[str, str]) -> None:
    assert not Question(sheet).is_enough


def test_every_question_is_in_the_trail(cast: Cast) -> None:
    """Who, why, what was asked as its privacy classes allow, and which cards were the answer."""
    card = registered(cast.stranger, cast.foreign_desk, **AMINA)
    with acting_as(cast.operator.pk):
        presence.ask(
            question=Question({**SHEET, "chosen_name": "Mina", "citizenship": "MA", "notes": "x"}),
            purpose=Purpose(cast.job_desk, PresenceInquiry.Why.OTHER, "chiede la Questura"),
            by=cast.operator,
        )
    event = AuditEvent.objects.get(action="people.ask_presence")
    assert (event.actor_id, event.reason) == (cast.operator.pk, "altro motivo, che scrivo: chiede la Questura")
    assert event.after == {
        "service": "sportello-lavoro",
        **SHEET,
        "chosen_name": "…",
        "citizenship": "…",
        "notes": "…",
        "answered": f"shared same {card.pk}",
    }


def test_going_through_a_list_is_stopped_with_a_sentence(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "LIMITS", ((dt.timedelta(minutes=10), 2),))
    for _ in range(2):
        asked(cast.operator, cast.job_desk)
    with pytest.raises(presence.TooManyQuestionsError, match="molte domande in poco tempo"):
        asked(cast.operator, cast.job_desk)
    assert asked(cast.colleague, cast.job_desk) == []
    with system_role():
        PresenceInquiry.objects.update(asked_at=timezone.now() - dt.timedelta(minutes=11))
    assert asked(cast.operator, cast.job_desk) == []


def test_the_web_role_reads_no_question_and_nobody_s_answer_of_another(cast: Cast) -> None:
    registered(cast.stranger, cast.foreign_desk, **AMINA)
    (told,) = asked(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        assert not PresenceInquiry.objects.exists()
        assert presence.referred_cards([told.reference], by=cast.operator) == {told.reference: told.cards}
    with acting_as(cast.mediator.pk):
        assert presence.referred_cards([told.reference, "1", "-", "x-y", "999-0"], by=cast.mediator) == {}


def test_recognising_somebody_makes_the_card_known_to_one_s_service(cast: Cast) -> None:
    card = registered(cast.stranger, cast.foreign_desk, **AMINA)
    (told,) = asked(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        with pytest.raises(ValidationError):
            presence.work_on(reference=told.reference, service=cast.job_desk, reason=" ", by=cast.operator)
        with pytest.raises(PermissionDenied):
            presence.work_on(reference=told.reference, service=cast.mediation, reason="è qui", by=cast.operator)
        assert presence.work_on(
            reference=told.reference, service=cast.job_desk, reason="è qui", by=cast.operator
        ) == Card.objects.get(pk=card.pk)
    assert AuditEvent.objects.get(action="people.recognise_card").reason == "è qui"
    assert [one.kind for one in asked(cast.operator, cast.job_desk)] == [Kind.OWN]


@pytest.mark.parametrize("owner", ["social_worker", "protected"])
def test_nobody_takes_a_card_that_no_shared_service_knows(cast: Cast, owner: str) -> None:
    card = registered(cast.users[owner], service_of(cast, owner), **AMINA)
    for told in asked(cast.operator, cast.job_desk):
        with acting_as(cast.operator.pk), pytest.raises(PermissionDenied):
            presence.work_on(reference=told.reference, service=cast.job_desk, reason="è qui", by=cast.operator)
    with system_role():
        assert Acquaintance.objects.filter(card=card).count() == 1


def test_those_who_know_the_person_find_the_question_and_whoever_asked_the_reply(cast: Cast) -> None:
    card = registered(cast.social_worker, cast.psychology, **AMINA)
    known_also_to(card, cast.trans_desk)
    (told,) = asked(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        for _ in range(2):
            presence.ask_referent(
                reference=told.reference, service=cast.job_desk, text="Può richiamarmi?", by=cast.operator
            )
    seen = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            seen[name] = PresenceQuestion.objects.count()
    assert {name for name, count in seen.items() if count} == {"operator", "social_worker"}
    with acting_as(cast.social_worker.pk):
        question = PresenceQuestion.objects.get()
        presence.reply(question=question, text="Domani alle 9", by=cast.social_worker)
    with acting_as(cast.operator.pk):
        mine = PresenceQuestion.objects.get()
        assert (mine.shown_name, mine.reply) == ("Amina El Idrissi", "Domani alle 9")
        with pytest.raises(PermissionDenied):
            presence.reply(question=mine, text="da me", by=cast.operator)


def test_a_protected_service_does_not_give_itself_away_by_asking(cast: Cast) -> None:
    registered(cast.social_worker, cast.psychology, **AMINA)
    (told,) = asked(cast.protected, cast.trans_desk)
    with acting_as(cast.protected.pk), pytest.raises(PermissionDenied):
        presence.ask_referent(reference=told.reference, service=cast.trans_desk, text="", by=cast.protected)


def test_another_person_is_remembered_and_not_asked_again(cast: Cast) -> None:
    own = registered(cast.operator, cast.job_desk, **AMINA)
    elsewhere = registered(cast.stranger, cast.foreign_desk, **AMINA)
    new = registered(cast.operator, cast.job_desk, **AMINA)
    told = asked(cast.operator, cast.job_desk, about=new)
    assert {one.kind for one in told} == {Kind.OWN, Kind.SHARED}
    with acting_as(cast.operator.pk):
        presence.tell_apart(
            card=new, others=[pk for one in told for pk in one.cards], why="relative", more="il cugino",
            by=cast.operator,
        )  # fmt: skip
        decision = IdentityDecision.objects.get()
        assert (decision.verdict, {decision.card_a_id, decision.card_b_id}) == ("different", {own.pk, new.pk})
        assert decision.reason == "è un familiare o un omonimo: il cugino"
        assert not ToldApart.objects.exists()
    with system_role():
        kept = ToldApart.objects.get()
        assert {kept.card_a_id, kept.card_b_id} == {elsewhere.pk, new.pk}
    assert asked(cast.operator, cast.job_desk, about=new) == []
    assert asked(cast.colleague, cast.job_desk, about=new) == []
    assert len(asked(cast.operator, cast.job_desk)) == 3


def test_a_decision_of_others_counts_and_the_cards_of_one_s_own_person_are_no_answer(cast: Cast) -> None:
    one, other = (registered(cast.operator, cast.job_desk, **AMINA) for _ in range(2))
    third = registered(cast.stranger, cast.foreign_desk, **AMINA)
    known_also_to(third, cast.job_desk)
    with acting_as(cast.operator.pk):
        identity.decide_same(one=one, other=other, by=cast.operator)
        identity.decide_different(one=one, other=third, by=cast.operator)
    with system_role():
        Acquaintance.objects.filter(card=third, service=cast.job_desk).delete()
    assert asked(cast.operator, cast.job_desk, about=one) == []


def test_name_and_birth_are_enough_to_stand_even_where_documents_differ(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, **AMINA)
    with acting_as(cast.operator.pk):
        actions.add_detail(
            detail=CardIdentifier(card=card, kind="fiscal_code", value="LDRMNA85C52Z330A"), by=cast.operator
        )
    told = asked(cast.operator, cast.job_desk, **SHEET, fiscal_code="RSSMRA85T10A562S")
    assert [(one.card, one.stands) for one in told] == [(card, True)]


def test_the_protected_team_is_told_that_another_service_met_their_person(cast: Cast) -> None:
    card = registered(cast.protected, cast.trans_desk, **AMINA)
    for _ in range(2):
        asked(cast.operator, cast.job_desk)
    asked(cast.protected, cast.trans_desk)
    asked(cast.operator, cast.job_desk, given_name="Mina")
    with system_role():
        assert protected_notices.tell_protected_teams() == 4
        assert not PresenceInquiry.objects.exclude(sheet={}).exists()
        notice = PresenceNotice.objects.get()
    assert (notice.card_id, notice.service_id, notice.met_by_id) == (card.pk, cast.trans_desk.pk, cast.job_desk.pk)
    for name, user in cast.users.items():
        with acting_as(user.pk):
            assert PresenceNotice.objects.count() == (name == "protected"), name


def test_old_questions_are_forgotten(cast: Cast) -> None:
    asked(cast.operator, cast.job_desk)
    with system_role():
        PresenceInquiry.objects.update(asked_at=timezone.now() - dt.timedelta(days=2))
        protected_notices.tell_protected_teams()
        assert not PresenceInquiry.objects.exists()
