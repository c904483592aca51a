# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue of possible duplicates by keyboard alone, the merge page, and all of it at both widths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ponte.people.matching.likeness import Band, Likeness
from ponte.people.models import Acquaintance, Card, IdentityDecision
from ponte.people.review import actions
from ponte.people.review.models import MatchPair, Verdict
from ponte.people.review.proposals import Proposal
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.journeys.support import SIZES, look, sign_in
from tests.people.support import registered
from tests.support import system_role

pytestmark = pytest.mark.journey

ARABIC = {
    "given_name": "Abdelrahman", "family_name": "Mahmoud", "native_name": "عبد الرحمن بن محمد بن عبد العزيز محمود",
    "birth_year": 1985, "birth_month": 3, "phone": "333 1234567", "citizenships": ["EG"], "languages": ["ara"],
    "address": "via Verdi 1", "sex": "M",
}  # fmt: skip
ARABIC_AGAIN = {
    "given_name": "Abd El Rahman", "family_name": "Mahmud", "birth_year": 1985, "birth_month": 5,
    "phone": "333 7654321", "citizenships": ["EG"], "languages": ["ara", "ita"], "sex": "M", "notes": "x" * 200,
}  # fmt: skip
CHINESE = {"given_name": "Xiaoming", "family_name": "Wang", "native_name": "王小明", "birth_year": 1990}
LONG = {
    "given_name": "María Fernanda Guadalupe de los Ángeles",
    "family_name": "Villavicencio-Quispe Huamán de la Torre y Bustamante",
}
LIKE = Likeness(6.0, Band.LIKELY, (), (1, 2), "by hand")


def proposed(one: Card, other: Card, band: Band = Band.LIKELY) -> MatchPair:
    with system_role():
        like = Likeness(LIKE.score, band, (), LIKE.vector, LIKE.model)
        actions.propose([Proposal(one.pk, other.pk, like)], source="dedupe", by=None)
        return MatchPair.objects.latest("pk")


def press(page: Page, key: str) -> None:
    """Keys count once the page has loaded."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


@pytest.fixture
def pairs(cast: Cast) -> list[MatchPair]:
    """Two cards of one desk; one of another shared service; one of a reserved service."""

    def mine(**fields: object) -> Card:
        return registered(cast.operator, cast.job_desk, **fields)

    made = [
        proposed(mine(**ARABIC), mine(**ARABIC_AGAIN)),
        proposed(
            mine(**CHINESE), registered(cast.stranger, cast.foreign_desk, given_name="Xiao Ming", family_name="Wang")
        ),
        proposed(mine(**LONG), registered(cast.social_worker, cast.psychology, **LONG)),
    ]
    with system_role():
        for position, pair in enumerate(made):  # Not by lot: in this order.
            pair.drawn, pair.score = "certain", 9.0 - position
            pair.save()
            pair.places.update(drawn="certain")
    return made


def test_the_queue_is_answered_without_a_mouse(page: Page, cast: Cast, pairs: list[MatchPair]) -> None:
    sign_in(page, cast.operator)
    page.goto("/persone/duplicati/")
    expect(page.get_by_role("link", name="Abdelrahman")).to_be_visible()
    press(page, "ArrowRight")
    expect(page.get_by_role("heading", name="Xiao Ming Wang")).to_be_visible()
    press(page, "ArrowLeft")
    expect(page.get_by_role("link", name="Abdelrahman")).to_be_visible()
    press(page, "?")
    expect(page.get_by_text("scrivi una nota")).to_be_visible()
    press(page, "r")
    page.keyboard.type("visto il passaporto, sddnnaa")
    press(page, "Escape")
    press(page, "s")
    expect(page.get_by_text("Unite: sono la stessa persona.")).to_be_visible()
    press(page, "u")
    expect(page.get_by_text("aspetta di nuovo")).to_be_visible()
    press(page, "d")
    expect(page.get_by_text("Segnate come persone diverse")).to_be_visible()
    expect(page.get_by_role("heading", name="Xiao Ming Wang")).to_be_visible()
    press(page, "a")
    expect(page.get_by_text("in cima alla coda")).to_be_visible()
    expect(page.get_by_role("heading", name="Un servizio riservato")).to_be_visible()
    press(page, "s")  # There is no such answer here.
    press(page, "n")
    expect(page.get_by_text("Nessuna coppia da guardare")).to_be_visible()
    with system_role():
        given = list(Verdict.objects.order_by("pk").values_list("answer", "note"))
        assert given == [("same", "visto il passaporto, sddnnaa"), ("different", ""), ("ask", ""), ("unsure", "")]
        verdicts = list(IdentityDecision.objects.order_by("pk").values_list("verdict", flat=True))
        assert verdicts == ["same", "undo", "different"]


def test_without_javascript_there_are_buttons(
    open_page: Callable[..., Page], cast: Cast, pairs: list[MatchPair]
) -> None:
    page = open_page(javascript=False)
    sign_in(page, cast.operator)
    page.goto("/persone/duplicati/")
    page.get_by_role("button", name="Stessa persona").click()
    expect(page.get_by_text("Unite: sono la stessa persona.")).to_be_visible()
    page.get_by_role("button", name="Annulla l'ultima risposta").click()
    expect(page.get_by_text("aspetta di nuovo")).to_be_visible()


def test_a_merge_with_its_values_is_made_and_undone(page: Page, cast: Cast, pairs: list[MatchPair]) -> None:
    sign_in(page, cast.operator)
    page.goto("/persone/duplicati/")
    press(page, "m")
    expect(page.get_by_role("heading", name="Che cosa si vede della persona")).to_be_visible()
    page.get_by_label("Abd El Rahman Mahmud (nome").check()
    page.get_by_role("button", name="Unisci").click()
    expect(page.get_by_role("link", name="Motivo")).to_be_visible()
    page.get_by_label("Motivo").fill("passaporto visto")
    page.get_by_role("button", name="Unisci").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Abd El Rahman Mahmud")
    page.get_by_role("link", name="Annulla questa unione").click()
    page.get_by_label("Motivo").fill("erano cugini")
    page.get_by_text("Sono persone diverse").click()
    page.get_by_role("button", name="Annulla l'unione").click()
    expect(page.get_by_text("L'unione è annullata")).to_be_visible()
    with acting_as(cast.operator.pk):
        verdicts = list(IdentityDecision.objects.order_by("pk").values_list("verdict", flat=True))
    assert verdicts == ["same", "undo", "different"]


@pytest.mark.parametrize(("width", "language"), SIZES)
def test_every_page_fits_and_can_be_used_by_all(
    open_page: Callable[..., Page], cast: Cast, pairs: list[MatchPair], width: int, language: str
) -> None:
    born = {"birth_year": 1985, "birth_month": 5, "birth_day": 4}
    twice = [registered(cast.operator, cast.job_desk, **ARABIC | born) for _ in range(2)]
    sure = proposed(*twice, band=Band.SAME)
    with system_role():
        Acquaintance.objects.create(card=twice[0], service=cast.psychology)
        cast.coordinator.language = cast.operator.language = language
        cast.coordinator.save()
        cast.operator.save()
        one, other = Card.objects.order_by("pk")[:2]
    page = open_page(width=width)
    sign_in(page, cast.operator)
    paths = {
        "pair": f"/persone/duplicati/{pairs[0].pk}/",
        "shared": f"/persone/duplicati/{pairs[1].pk}/",
        "reserved": f"/persone/duplicati/{pairs[2].pk}/",
        "certain": "/persone/duplicati/certe/",
        "merge": f"/persone/{one.code}/unisci/?con={other.code}",
        "split": f"/persone/{one.code}/dividi/",
        "join": f"/persone/{one.code}/unisci/",
    }
    for name, path in paths.items():
        page.goto(path)
        look(page, f"review-{language}-{name}")
    with acting_as(cast.operator.pk):
        actions.answer(pair=sure, answer="same", by=cast.operator, note="vista la carta d'identità")
        actions.answer(pair=pairs[1], answer="same", by=cast.operator)
    for name, path in {
        "card": f"/persone/{twice[0].code}/",
        "joined": f"/persone/{twice[0].code}/unisci/",
        "waiting": "/persone/duplicati/in-attesa/",
    }.items():
        page.goto(path)
        look(page, f"review-{language}-{name}")
    sign_in(page, cast.coordinator)
    page.goto("/persone/qualita/")
    look(page, f"review-{language}-quality")
