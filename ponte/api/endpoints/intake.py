# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Is this person known, and registering one who is not: as at the desk, through the same door and the same forms."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from ponte.api.authentication import needs, service_of, user_of
from ponte.api.endpoints import people
from ponte.api.models import Scope
from ponte.api.problems import ProblemError
from ponte.api.repeats import REPEATABLE, once
from ponte.api.schemas import WRITING, Asked, Problem
from ponte.api.sentences import of_form
from ponte.people import intake, presence, queries, registering
from ponte.people.forms.card import NewCardForm
from ponte.people.forms.intake import ApartForm
from ponte.people.matching.likeness import Band
from ponte.people.models import Card, PresenceInquiry, ToldApart
from ponte.people.presence import Kind, Presence, Purpose, Question

router = people.router  # one address takes both

Word = Annotated[str, Field(max_length=200)]
WHY = tuple(why.value for why in PresenceInquiry.Why if why != PresenceInquiry.Why.CORRECTION)


class Described(Asked):
    """What is known of a person, under the columns of the people sheet."""

    given_name: Word = ""
    family_name: Word = ""
    native_name: Word = ""
    chosen_name: Word = ""
    sex: Literal["", "F", "M", "X"] = ""
    birth_date: Annotated[str, Field(max_length=10)] = Field("", description="1985, 1985-03 or 1985-03-12.")
    birth_place: Word = ""
    birth_country: Annotated[str, Field(max_length=2)] = ""
    citizenship: Annotated[list[Annotated[str, Field(max_length=2)]], Field(max_length=8)] = []
    municipality: Annotated[str, Field(max_length=120)] = Field("", description="Name or ISTAT code.")
    phone: Annotated[str, Field(max_length=40)] = ""
    email: Word = ""
    fiscal_code: Annotated[str, Field(max_length=24)] = ""
    address: Word = ""
    postcode: Annotated[str, Field(max_length=10)] = ""
    why: Literal[WHY] = Field(description="Why one asks: it stays in the audit trail.")  # type: ignore[valid-type]
    more: Word = Field("", description="The reason in words; needed with `other`.")

    def sheet(self) -> dict[str, str]:
        told = self.dict(include=set(Described.model_fields) - {"why", "more", "citizenship"})
        return {name: value for name, value in (*told.items(), ("citizenship", ";".join(self.citizenship))) if value}


class Questioned(Described):
    id: str | int | None = Field(None, description="Comes back with the answer.")
    document: Annotated[str, Field(max_length=40)] = ""

    def sheet(self) -> dict[str, str]:
        return super().sheet() | ({"document": self.document} if self.document else {})


class Registered(Described):
    languages: Annotated[list[Annotated[str, Field(max_length=3)]], Field(max_length=12)] = []
    needs_mediator: bool | None = None
    preferred_channel: Annotated[str, Field(max_length=10)] = ""
    preferred_language: Annotated[str, Field(max_length=3)] = ""
    education: Annotated[str, Field(max_length=16)] = ""
    employment: Annotated[str, Field(max_length=12)] = ""
    notes: Annotated[str, Field(max_length=5000)] = ""
    answers: Annotated[
        dict[Annotated[str, Field(max_length=30)], Literal["unknown", "not_asked", "refused"]], Field(max_length=20)
    ] = Field({}, description="For a field left empty, why.")
    enrol: bool = Field(False, description="Open the enrolment at once, from today.")
    apart: Annotated[list[Annotated[str, Field(max_length=30)]], Field(max_length=20)] = Field(
        [], description="`reference` of likely people who are somebody else."
    )
    same: Annotated[list[Annotated[str, Field(max_length=30)]], Field(max_length=20)] = Field(
        [], description="`reference` of likely people who are this one: the two cards go to the review."
    )
    apart_why: Literal[("", *ToldApart.Why.values)] = ""  # type: ignore[valid-type]
    apart_more: Word = ""

    def as_form(self, service: int) -> QueryDict:
        """What the page of a new person would send."""
        data = QueryDict(mutable=True)
        plain = set(NewCardForm.base_fields) & set(Registered.model_fields) - {
            "languages", "needs_mediator", "enrol",
        }  # fmt: skip
        for name in (*sorted(plain), "apart_why", "apart_more"):
            data[name] = getattr(self, name)
        data["service"], data["area"] = str(service), self.municipality
        data["needs_mediator"] = {True: "yes", False: "no", None: ""}[self.needs_mediator]
        data.setlist("citizenships", self.citizenship)
        for name in ("languages", "apart", "same"):
            data.setlist(name, getattr(self, name))
        for name, answer in self.answers.items():
            data[f"answer_{name}"] = "" if answer == "not_asked" else answer
        if self.enrol:
            data["enrol"] = "on"
        return data


class Signed(Schema):
    detail: str
    speaks_for: bool


class DeskShown(Schema):
    service: str
    provider: str
    phone: str
    referent: str


class Match(Schema):
    """`refs` and `score` only of people whom the team knows (`own`); of `shared` ones who they are and whom to call;
    of `reserved` ones only that there is somebody to ask."""

    refs: list[str]
    score: float | None
    band: Band
    reasons: list[str]
    signs: list[Signed]
    kind: Literal[tuple(Kind)]  # type: ignore[valid-type]
    name: str
    birth_year: int | None
    municipality: str
    desks: list[DeskShown]
    reference: str = Field(description="Stands for this answer for a day, in `apart` and `same`.")


class Answer(Schema):
    id: str | int | None
    matches: list[Match]


class Known(Problem):
    """Somebody stands there who may be the same person."""

    matches: list[Match]


def purpose_of(request: HttpRequest, asked: Described) -> Purpose:
    if asked.why == "other" and not asked.more.strip():
        raise ProblemError(422, errors=[("more", _("Scriva il motivo."))])
    return Purpose(service_of(request), asked.why, asked.more.strip())


def matches_of(request: HttpRequest, found: list[Presence]) -> list[Match]:
    own = [pk for one in found if one.kind == Kind.OWN for pk in one.cards]
    known = queries.visible_to(user_of(request)).filter(pk__in=own)
    codes = dict(known.values_list("pk", "code")) if own else {}
    return [
        Match(
            refs=[codes[pk] for pk in one.cards if pk in codes],
            score=round(one.likeness.score, 2) if one.likeness is not None and one.kind == Kind.OWN else None,
            band=one.band,
            reasons=[sign.text for sign in one.signs],
            signs=[Signed(detail=sign.text, speaks_for=sign.speaks_for) for sign in one.signs],
            kind=one.kind,
            name=one.name,
            birth_year=one.birth_year,
            municipality=one.municipality,
            desks=[
                DeskShown(service=desk.service, provider=desk.provider, phone=desk.phone, referent=desk.referent)
                for desk in one.desks
            ],
            reference=one.reference,
        )
        for one in found
    ]


@router.post("/match", response={200: Answer, **WRITING}, url_name="match", summary="Ask whether a person is known")
@needs(Scope.PEOPLE_MATCH)
def match_person(request: HttpRequest, asked: Questioned) -> Answer:
    """The likely people, the likeliest first, as at the desk. Changes nothing; questions are limited per user."""
    question = Question(asked.sheet())
    if not question.is_enough:
        raise ProblemError(422, _("Serve un nome, un telefono, una e-mail o un documento."))
    found = presence.ask(question=question, purpose=purpose_of(request, asked), by=user_of(request))
    return Answer(id=asked.id, matches=matches_of(request, found))


def _again(request: HttpRequest, pk: int) -> people.PersonRead:
    return people.shown(request, people.read(request, Card.objects.values_list("code", flat=True).get(pk=pk)))


@router.post(
    "",
    response={201: people.PersonRead, 409: Known, **WRITING},
    url_name="register_person",
    openapi_extra=REPEATABLE,
    summary="Register a person",
)
@needs(Scope.PEOPLE_WRITE)
@once(_again)
def register_person(request: HttpRequest, asked: Registered) -> tuple[int, Any]:
    """A new card. 409 while somebody stands there who is likely the same person: say of each `reference` whether it
    is `same` or `apart`, and why."""
    purpose, user = purpose_of(request, asked), user_of(request)
    data = asked.as_form(purpose.service.pk)
    form = NewCardForm(data)
    form.offer_services(queries.team_services(user))
    panel = intake.look(data, purpose=purpose, by=user)
    apart = ApartForm(data, needed=bool(panel.apart))
    if not (form.is_valid() & apart.is_valid()):
        raise ProblemError(
            422, errors=[(NAMES.get(name, name), said) for name, said in of_form(form) + of_form(apart)]
        )
    if panel.trouble:
        raise ProblemError(429, panel.trouble, headers={"Retry-After": "600"})
    if sentence := registering.hindrance(panel):
        found = matches_of(request, [one.presence for one in panel.undecided])
        raise ProblemError(409, sentence, kind="likely-known", more={"matches": [one.dict() for one in found]})
    card = registering.register(form=form, panel=panel, apart=apart, by=user)
    return card.pk, people.shown(request, card)


# What the form calls otherwise.
NAMES = {"citizenships": "citizenship", "area": "municipality", "asking_more": "more"}
