# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the review: who may open which, what they say, and what they do."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ponte.accounts.models import User
from ponte.people import actions as people
from ponte.people import identity
from ponte.people.matching.likeness import Band
from ponte.people.models import Acquaintance, Card, CardIdentifier, IdentityDecision
from ponte.people.review import actions
from ponte.people.review.models import MatchPair, Verdict
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.support import system_role

Make = Callable[..., Card]
Pair = Callable[..., MatchPair]
Browse = Callable[[User], Client]
BORN = {"birth_year": 1985, "birth_month": 5, "birth_day": 4}
IN_TEAMS = {"operator", "colleague", "coordinator", "mediator", "social_worker", "protected", "stranger"}


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def is_one(*cards: Card) -> bool:
    with system_role():
        return len(set(Card.objects.filter(pk__in=[card.pk for card in cards]).values_list("person_id"))) == 1


def statuses(cast: Cast, browse: Browse, path: str) -> dict[str, int]:
    return {name: browse(user).get(path).status_code for name, user in cast.users.items()}


def test_who_opens_the_queue(cast: Cast, browse: Browse) -> None:
    for path in ("/persone/duplicati/", "/persone/duplicati/in-attesa/", "/persone/duplicati/certe/"):
        assert statuses(cast, browse, path) == {name: 200 if name in IN_TEAMS else 403 for name in cast.users}, path


def test_who_opens_a_pair_and_that_every_look_is_kept(cast: Cast, browse: Browse, card: Make, pair: Pair) -> None:
    one, other = card(cast.job_desk), card(cast.foreign_desk)
    made = pair(one, other)
    may = {"operator", "colleague", "coordinator", "stranger"}
    found = statuses(cast, browse, f"/persone/duplicati/{made.pk}/")
    assert {name for name, status in found.items() if status == 200} == may
    assert {found[name] for name in IN_TEAMS - may} == {404}
    looks = AuditEvent.objects.filter(action="people.read_card", object_id__in=[one.pk, other.pk])
    assert set(looks.values_list("actor__name", "object_id")) == {
        ("Olga Prati", one.pk), ("Carlo Ferri", one.pk), ("Cora Monti", one.pk), ("Sandro Valli", other.pk),
    }  # fmt: skip


def test_who_opens_the_pages_of_a_merge(cast: Cast, browse: Browse, card: Make) -> None:
    one, other = card(cast.job_desk), card(cast.job_desk)
    with acting_as(cast.operator.pk):
        made = identity.decide_same(one=one, other=other, by=cast.operator)
    base = f"/persone/{one.code}/"
    for path in ("unisci/", f"unisci/?con={other.code}", "dividi/", f"unioni/{made.pk}/annulla/"):
        found = statuses(cast, browse, base + path)
        assert {name for name, status in found.items() if status == 200} == {"operator", "colleague", "coordinator"}
        assert set(found.values()) == {200, 404}


def test_the_queue_shows_one_pair_after_the_other(cast: Cast, browse: Browse, card: Make, pair: Pair) -> None:
    one = card(cast.job_desk, given_name="Amina", family_name="Idrissi", phone="333 1111111", email="a@b.example")
    other = card(cast.job_desk, given_name="Emina", family_name="Idrissi", phone="333 2222222")
    first = pair(one, other)
    second = pair(card(cast.job_desk, given_name="Olena"), card(cast.job_desk, given_name="Elena"))
    client = browse(cast.operator)
    for pk in (first.pk, second.pk):
        assert f"/persone/duplicati/{pk}/" in page(client, "/persone/duplicati/")
    text = page(client, f"/persone/duplicati/{first.pk}/")
    for shown in ("Amina", "Emina", "+39 333 111 1111", "+39 333 222 2222", "(diverso)", "(uguale)", "probabile"):
        assert shown in text, shown
    response = client.post(f"/persone/duplicati/{first.pk}/", {"answer": "same", "note": "vista oggi"}, follow=True)
    text = response.content.decode()
    assert f'action="/persone/duplicati/{second.pk}/"' in text
    assert "Unite: sono la stessa persona." in text
    assert f"/persone/duplicati/{first.pk}/annulla/" in text
    assert is_one(one, other)
    response = client.post(f"/persone/duplicati/{first.pk}/annulla/", follow=True)
    assert "aspetta di nuovo" in response.content.decode()
    assert not is_one(one, other)
    assert client.post(f"/persone/duplicati/{first.pk}/", {"answer": "different"}).status_code == 302
    assert client.post(f"/persone/duplicati/{second.pk}/", {"answer": "unsure"}).status_code == 302
    assert "Nessuna coppia da guardare" in page(client, "/persone/duplicati/")


def test_papers_that_differ_are_said_and_can_be_overridden(
    cast: Cast, browse: Browse, card: Make, pair: Pair
) -> None:
    one, other = card(cast.job_desk), card(cast.job_desk)
    for whose, number in ((one, "AB1"), (other, "CD2")):
        with acting_as(cast.operator.pk):
            paper = CardIdentifier(card=whose, kind="passport", country="MA", value=number)
            people.add_detail(detail=paper, by=cast.operator)
    path = f"/persone/duplicati/{pair(one, other).pk}/"
    client = browse(cast.operator)
    text = client.post(path, {"answer": "same"}).content.decode()
    assert "documenti diversi dello stesso tipo" in text
    assert 'name="wrong_documents"' in text
    assert client.post(path, {"answer": "same", "wrong_documents": "on"}).status_code == 200
    assert client.post(path, {"answer": "same", "wrong_documents": "on", "note": "x"}).status_code == 302
    assert is_one(one, other)


def test_a_reserved_service_s_card_shows_nothing_but_that_there_is_somebody(
    cast: Cast, browse: Browse, card: Make, pair: Pair
) -> None:
    made = pair(card(cast.job_desk), card(cast.psychology, given_name="Segreta", family_name="Nascosta"))
    client = browse(cast.operator)
    text = page(client, f"/persone/duplicati/{made.pk}/")
    assert "Un servizio riservato" in text
    for hidden in ("Segreta", "Nascosta", "Consulenza psicologica", "Sara Galli", "probabile", 'value="same"'):
        assert hidden not in text, hidden
    assert client.post(f"/persone/duplicati/{made.pk}/", {"answer": "ask", "note": "È lei?"}).status_code == 302
    assert f"/persone/duplicati/{made.pk}/" in page(client, "/persone/duplicati/in-attesa/")
    browse(cast.social_worker).post(f"/persone/duplicati/{made.pk}/", {"answer": "same"})
    text = page(browse(cast.operator), f"/persone/duplicati/{made.pk}/")
    assert "Un altro servizio:" in text
    assert "Sara Galli" not in text
    assert 'value="same"' in text


def test_the_protected_service_s_pair_is_nowhere_in_anyone_else_s_pages(
    cast: Cast, browse: Browse, card: Make, pair: Pair
) -> None:
    one = card(cast.job_desk)
    plain = [page(browse(cast.operator), path) for path in ("/persone/duplicati/", f"/persone/{one.code}/")]
    made = pair(one, card(cast.trans_desk), circle=cast.trans_desk)
    with system_role():
        pina = User.objects.create(email="pina@ponte.example", name="Pina Verdi")
        people_team = cast.protected.memberships.get()
        people_team.pk, people_team.user = None, pina
        people_team.save()
    for user in (cast.protected, pina):
        assert browse(user).post(f"/persone/duplicati/{made.pk}/", {"answer": "same"}).status_code == 302
    again = [page(browse(cast.operator), path) for path in ("/persone/duplicati/", f"/persone/{one.code}/")]
    assert [_without_tokens(text) for text in again] == [_without_tokens(text) for text in plain]
    text = page(browse(cast.protected), f"/persone/duplicati/{made.pk}/")
    assert "Sportello Lavoro" in text


def _without_tokens(text: str) -> str:
    import re

    return re.sub(r'(csrfmiddlewaretoken" value|X-CSRFToken": )[^>]+', "", text)


def test_certain_pairs_are_shown_confirmed_and_taken_back_in_one(
    cast: Cast, browse: Browse, card: Make, pair: Pair
) -> None:
    pairs = [
        [card(cast.job_desk, given_name=name, family_name="Idrissi", **BORN) for _ in range(2)]
        for name in ("Ali", "Sara")
    ]
    made = [pair(*cards, band=Band.SAME) for cards in pairs]
    client = browse(cast.operator)
    text = page(client, "/persone/duplicati/certe/")
    assert all(card.code in text for cards in pairs for card in cards)
    response = client.post("/persone/duplicati/certe/", {"pair": [str(made[0].pk)]}, follow=True)
    assert "1 coppia unita" in response.content.decode()
    assert (is_one(*pairs[0]), is_one(*pairs[1])) == (True, False)
    undo = response.redirect_chain[0][0] + "annulla/"
    assert browse(cast.stranger).post(undo).status_code == 404
    assert "1 unione annullata" in browse(cast.operator).post(undo, follow=True).content.decode()
    assert not is_one(*pairs[0])


def test_a_merge_is_looked_at_made_and_parted(cast: Cast, browse: Browse, card: Make) -> None:
    one = card(cast.job_desk, given_name="Amina", family_name="Idrissi", phone="333 1111111", **BORN)
    other = card(cast.job_desk, given_name="Emina", family_name="Idrissi", phone="333 2222222")
    with system_role():
        Acquaintance.objects.create(card=other, service=cast.psychology)
        Acquaintance.objects.create(card=other, service=cast.trans_desk)
    client = browse(cast.operator)
    path = f"/persone/{one.code}/unisci/?con={other.code}"
    text = page(client, path)
    for shown in ("Amina Idrissi", "Emina Idrissi", "+39 333 222 2222", "Sportello Lavoro", "un servizio riservato"):
        assert shown in text, shown
    for hidden in ("Consulenza psicologica", "Sportello Trans"):
        assert hidden not in text
    data = {"seen": client.get(path).context["form"]["seen"].value(), "value_phone": other.code}
    assert client.post(path, data).status_code == 200  # no reason
    assert client.post(path, {**data, "reason": "passaporto visto"}).status_code == 302
    assert is_one(one, other)
    for whose in (one, other):  # Old codes lead to the person, each to its own card.
        text = page(client, f"/persone/{whose.code}/")
        assert "+39 333 222 2222" in text
        assert "passaporto visto" in text
        assert "Olga Prati" in text
    assert "Schede unite" in page(client, f"/persone/{one.code}/unisci/")
    assert client.post(f"/persone/{one.code}/unisci/", {"value_phone": one.code}).status_code == 302
    assert "+39 333 111 1111" in page(client, f"/persone/{other.code}/")
    with acting_as(cast.operator.pk):
        decision = IdentityDecision.objects.get()
    path = f"/persone/{other.code}/unioni/{decision.pk}/annulla/"
    text = page(client, path)
    assert one.code in text
    assert client.post(path, {}).status_code == 200
    assert client.post(path, {"reason": "due sorelle", "different": "on"}).status_code == 302
    assert not is_one(one, other)
    assert client.get(path).status_code == 404
    text = page(client, f"/persone/{one.code}/")
    assert "persone diverse" in text
    assert "due sorelle" in text
    text = page(client, f"/persone/{one.code}/unisci/?con={other.code}")
    assert "giudicate persone diverse" in text


def test_a_code_that_leads_nowhere_is_said(cast: Cast, browse: Browse, card: Make) -> None:
    one, hidden = card(cast.job_desk), card(cast.foreign_desk)
    text = page(browse(cast.operator), f"/persone/{one.code}/unisci/?con={hidden.code}&con=zzz")
    for said in (hidden.code, "zzz"):
        assert f"nessun&#x27;altra ha il codice o il nome «{said}»" in text or (
            f"nessun'altra ha il codice o il nome «{said}»" in text
        )


def test_a_merge_that_crosses_another_is_refused_with_who_was_quicker(cast: Cast, browse: Browse, card: Make) -> None:
    a, b, c = (card(cast.job_desk) for _ in range(3))
    client = browse(cast.operator)
    path = f"/persone/{a.code}/unisci/?con={b.code}"
    seen = client.get(path).context["form"]["seen"].value()
    with acting_as(cast.colleague.pk):
        identity.decide_same(one=b, other=c, by=cast.colleague)
    text = client.post(path, {"seen": seen, "reason": "x"}).content.decode()
    assert "Nel frattempo Carlo Ferri" in text
    assert not is_one(a, b)


def test_a_card_is_split_by_form(cast: Cast, browse: Browse, card: Make) -> None:
    both = card(cast.job_desk, given_name="Ali", family_name="Hossain", phone="333 1111111", email="s@b.example")
    client = browse(cast.operator)
    path = f"/persone/{both.code}/dividi/"
    data = {
        "given_name": "Sara", "service": cast.job_desk.pk, "field_phone": "both", "field_email": "theirs",
        "reason": "marito e moglie",
    }  # fmt: skip
    assert client.post(path, {**data, "given_name": ""}).status_code == 200
    response = client.post(path, data)
    with acting_as(cast.operator.pk):
        new = Card.objects.latest("pk")
        old = Card.objects.get(pk=both.pk)
        assert response["Location"] == f"/persone/{new.code}/"
        assert (new.given_name, new.phone, new.email) == ("Sara", "+393331111111", "s@b.example")
        assert (old.given_name, old.phone, old.email) == ("Ali", "+393331111111", "")
    assert "marito e moglie" in page(client, f"/persone/{old.code}/")


def test_a_join_with_another_service_s_card_is_told_and_taken_back_from_the_card(
    cast: Cast, browse: Browse, card: Make, pair: Pair
) -> None:
    one, other = card(cast.job_desk, given_name="Amina"), card(cast.foreign_desk, given_name="Emina", phone="0212")
    made = pair(one, other)
    for user in (cast.operator, cast.stranger):
        with acting_as(user.pk):
            actions.answer(pair=made, answer="same", by=user)
    text = page(browse(cast.operator), f"/persone/{one.code}/")
    assert "Unita a schede di altri servizi" in text
    assert "Emina" in text
    assert "Sportelli per stranieri" in text
    assert "0212" not in text
    assert browse(cast.operator).post(f"/persone/duplicati/{made.pk}/annulla/").status_code == 302
    assert not is_one(one, other)


def test_an_own_answer_is_taken_back_while_it_waits(cast: Cast, browse: Browse, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.foreign_desk))
    client = browse(cast.operator)
    client.post(f"/persone/duplicati/{made.pk}/", {"answer": "same"})
    client.post(f"/persone/duplicati/{made.pk}/annulla/")
    browse(cast.stranger).post(f"/persone/duplicati/{made.pk}/", {"answer": "same"})
    with system_role():
        assert MatchPair.objects.get().status == "waiting"
        assert list(Verdict.objects.order_by("pk").values_list("answer", flat=True)) == ["same", "unsure", "same"]


def test_odd_addresses_and_answers_break_nothing(cast: Cast, browse: Browse, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.foreign_desk))
    client = browse(cast.operator)
    page(client, f"/persone/duplicati/{made.pk}/?fatto=x")
    page(client, "/persone/duplicati/?fatto=99999999999999999999999")
    assert client.post(f"/persone/duplicati/{made.pk}/", {"answer": "boh"}).status_code == 200
    assert client.post(f"/persone/duplicati/{made.pk}/", {}).status_code == 200
    assert client.post("/persone/duplicati/certe/", {"pair": ["x", "999999"]}).status_code == 200
    assert client.get("/persone/duplicati/999999/").status_code == 404
    with system_role():
        assert not Verdict.objects.exists()


def test_the_pages_ask_the_same_number_of_questions_for_one_pair_and_for_three(
    cast: Cast, browse: Browse, card: Make, pair: Pair
) -> None:
    client = browse(cast.operator)
    page(client, "/persone/duplicati/")
    for _ in range(3):
        made = pair(
            *(card(cast.job_desk, given_name="Ali", family_name="I", **BORN) for _ in range(2)), band=Band.SAME
        )
        far = pair(card(cast.job_desk), card(cast.foreign_desk))
        client.post(f"/persone/duplicati/{far.pk}/", {"answer": "same"})
        for path, count in (
            ("/persone/duplicati/certe/", 23),
            ("/persone/duplicati/in-attesa/", 23),
            (f"/persone/duplicati/{made.pk}/", 31),
        ):
            with CaptureQueriesContext(connection) as captured:
                page(client, path)
            assert len(captured) == count, "\n".join(q["sql"][:120] for q in captured.captured_queries)
