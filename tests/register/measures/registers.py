# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Random small registers: a strategy, and writing one to the database."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from ponte.network.models import Area, Organisation, Project, Service
from ponte.people.models import Card, Household, Person
from ponte.register.models import Intervention, Participation, ProjectShare, StaffMember
from tests.cast import Cast
from tests.register.measures.plain import Part, PlainCard, Work

SERVICES = ("sportello-lavoro", "mediazione-culturale", "sportello-trans")
ORGANISATIONS = ("ala-milano", "assemi")
PROJECTS = ("ricetta-family-work-km-zero", "lab-impact-sud-est-milano")
MUNICIPALITIES = ("Milano", "Rozzano")
LANGUAGES = ("zho", "ara", "ita")
STAFF = ("Anna Bo", "Luca Re", "Mei Li")
DAYS = (
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2021, 2, 28),
    date(2021, 7, 1),
    date(2021, 9, 15),
    date(2022, 3, 1),
)
KINDS = ("interview", "referral", "outing_contact", "bulletin_issue", "workshop")
LABELS = ("", "1A", "2B")


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


births = st.sampled_from(
    ((), (1990,), (2003, 7), (2003, 7, 1), (2000, 2, 29), (1955, 9, 15), (2015, 12), (2021, 3), (2004, 1, 1))
)
cards = st.builds(
    PlainCard,
    number=st.just(0),
    person=st.integers(1, 4),
    household=st.sampled_from((None, 1, 2)),
    sex=st.sampled_from(("", "F", "M")),
    birth=births,
    citizenships=some(("EG", "CN", "IT")),
    education=st.sampled_from(("", "degree", "primary")),
    employment=st.sampled_from(("", "employed")),
)


@st.composite
def parts(draw: st.DrawFn, known: list[PlainCard]) -> Part:
    who = draw(st.sampled_from(("card", "card", "card", "code", "headcount", "nobody")))
    test = draw(st.sampled_from(("", "", "hiv_rapid")))
    return Part(
        number=0,
        card=draw(st.sampled_from(known)) if who == "card" else None,
        code=draw(st.sampled_from(("K7", "Z9"))) if who == "code" else "",
        headcount=draw(st.integers(1, 30)) if who == "headcount" else None,
        role=draw(st.sampled_from(("", "client", "parent"))),
        first_contact=draw(st.sampled_from((None, None, True, False))),
        referred_to=draw(st.sampled_from(("", "", "endocrinologo"))),
        test=test,
        result=draw(st.sampled_from(("", "negative", "new_positive"))) if test else "",
        group=draw(st.sampled_from(LABELS)),
        partner=draw(st.sampled_from(("", "", "Liceo"))),
        output=draw(st.sampled_from(("", "", "Murales"))),
    )


@st.composite
def registers(draw: st.DrawFn) -> list[Work]:
    known = [
        PlainCard(**{**vars(card), "number": number})
        for number, card in enumerate(draw(st.lists(cards, min_size=1, max_size=5)), start=1)
    ]
    works: list[Work] = []
    number = 0
    for work_number in range(1, draw(st.integers(0, 6)) + 1):
        took_part = []
        for part in draw(st.lists(parts(known), max_size=4)):
            number += 1
            took_part.append(Part(**{**vars(part), "number": number}))
        shares = draw(st.sampled_from(((), (("1",),), (("0.25", "0.75"),), (("", "0.5"),))))
        works.append(
            Work(
                number=work_number,
                service=draw(st.sampled_from(SERVICES)),
                organisation=draw(st.sampled_from(ORGANISATIONS)),
                date=draw(st.sampled_from(DAYS)),
                kind=draw(st.sampled_from(KINDS)),
                minutes=draw(st.sampled_from((None, 20, 45, 60, 95))),
                setting=draw(st.sampled_from(("", "street", "office"))),
                municipality=draw(st.sampled_from((None, *MUNICIPALITIES))),
                languages=draw(some(LANGUAGES)),
                group=draw(st.sampled_from(LABELS)),
                partner=draw(st.sampled_from(("", "Liceo", "Coop"))),
                output=draw(st.sampled_from(("", "Kit"))),
                staff=draw(some(STAFF)),
                shares={
                    slug: Decimal(share)
                    for row in shares
                    for slug, share in zip(PROJECTS, row, strict=False)
                    if share
                },
                parts=tuple(took_part),
                voided=draw(st.integers(0, 9)) == 0,
            )
        )
    return works


def store(works: list[Work], cast: Cast) -> None:
    """Write the register as the system role does; numbers keep their order as ids."""
    services = Service.objects.in_bulk(SERVICES, field_name="slug")
    organisations = Organisation.objects.in_bulk(ORGANISATIONS, field_name="slug")
    projects = Project.objects.in_bulk(PROJECTS, field_name="slug")
    areas = {area.name: area for area in Area.objects.filter(name__in=MUNICIPALITIES, kind="municipality")}
    known = {part.card.number: part.card for work in works for part in work.parts if part.card}
    people = {number: Person.objects.create() for number in {card.person for card in known.values()}}
    households = {n: Household.objects.create() for n in {card.household for card in known.values()} if n}
    stored_cards = {
        card.number: Card.objects.create(
            person=people[card.person],
            given_name=f"Nome {card.number}",
            household=households.get(card.household),
            sex=card.sex,
            citizenships=list(card.citizenships),
            education=card.education,
            employment=card.employment,
            **dict(zip(("birth_year", "birth_month", "birth_day"), card.birth, strict=False)),
        )
        for card in known.values()
    }
    staff = {
        (slug, name): StaffMember.objects.create(organisation=organisations[slug], name=name)
        for slug, name in {(work.organisation, name) for work in works for name in work.staff}
    }
    for work in works:
        intervention = Intervention.objects.create(
            service=services[work.service],
            organisation=organisations[work.organisation],
            date=work.date,
            kind=work.kind,
            minutes=work.minutes,
            setting=work.setting,
            area=areas.get(work.municipality),
            languages=list(work.languages),
            group=work.group,
            partner=work.partner,
            output=work.output,
            voided_at="2022-04-01T00:00Z" if work.voided else None,
        )
        intervention.staff.set([staff[work.organisation, name] for name in work.staff])
        ProjectShare.objects.bulk_create(
            [
                ProjectShare(intervention=intervention, project=projects[slug], share=share)
                for slug, share in work.shares.items()
            ]
        )
        Participation.objects.bulk_create(
            [
                Participation(
                    intervention=intervention,
                    position=position,
                    card=stored_cards[part.card.number] if part.card else None,
                    **{
                        name: getattr(part, name)
                        for name in ("code", "headcount", "role", "first_contact", "referred_to", "test", "result")
                    },
                    **{name: getattr(part, name) for name in ("group", "partner", "output")},
                )
                for position, part in enumerate(work.parts)
            ]
        )
