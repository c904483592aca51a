# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The example network holds all that the source documents tell, under the slugs that imports and reports use."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password

from ponte.accounts.models import User
from ponte.demo import areas, fill, network, sources, users
from ponte.network.areas import fold
from ponte.network.models import (
    Area,
    AreaPopulation,
    GovernanceBody,
    Membership,
    Organisation,
    Partnership,
    Project,
    Service,
    Site,
    StaffRole,
)

SLUGS = Path(__file__).parent / "data" / "network-slugs.csv"
ROWS = list(csv.DictReader(SLUGS.open(encoding="utf-8")))
# How money came without a body that gave it: told in words, not as an organisation.
NOT_A_BODY = {"servizio privato", "donazioni", "autofinanziato"}
# The documents' short names for bodies that the network knows by a longer one.
SHORT = {
    "Comune di Sesto": "comune-di-sesto-san-giovanni",
    "FAMI Lab'Impact": "fami-2014-2020",
    "Lab'Impact": "fami-2014-2020",
    "Dipartimento Politiche Giovanili": "dipartimento-politiche-giovanili",
}
PARTNERS = {
    "ciao": {"lead": 1, "partner": 19, "supporter": 2, "commissioner": 1},
    "first-step-in-milan": {"lead": 1, "partner": 14, "funder": 2},
    "donne-oltre-le-mura": {"lead": 1, "partner": 10, "network": 1, "funder": 2},
    "contaminiamoci-di-cultura": {"lead": 1, "partner": 3, "network": 20, "commissioner": 1},
    "pilot": {"lead": 1, "partner": 5, "funder": 1},
    "geco": {"lead": 1, "partner": 11, "commissioner": 1, "funder": 1},
}
ORDER = fill.Order(people=0, seed=1, password=users.PASSWORD)

pytestmark = pytest.mark.django_db


def _partnerships(row: dict[str, str]) -> list[Partnership]:
    owner = {f"{row['kind']}__slug": row["slug"]}
    return list(Partnership.objects.filter(**owner).select_related("organisation"))


def _is_called(organisation: Organisation, name: str) -> bool:
    if organisation.slug == SHORT.get(name):
        return True
    names = [organisation.name, organisation.short_name, *organisation.other_names.split(" / "), organisation.slug]
    return any(fold(name) in fold(known) for known in names if known)


@pytest.mark.usefixtures("example")
def test_every_agreed_slug_is_there_with_its_lead_or_provider() -> None:
    services = set(Service.objects.values_list("slug", "provider__slug"))
    projects = set(Project.objects.values_list("slug", "lead__slug"))
    assert services == {(row["slug"], row["lead_or_provider"]) for row in ROWS if row["kind"] == "service"}
    assert projects == {(row["slug"], row["lead_or_provider"]) for row in ROWS if row["kind"] == "project"}


@pytest.mark.usefixtures("example")
def test_everything_is_described_and_placed() -> None:
    for row in ROWS:
        found = (Service if row["kind"] == "service" else Project).objects.get(slug=row["slug"])
        assert found.territory or found.areas.exists(), row["slug"]
        assert found.areas.exists(), row["slug"]
        assert found.description or found.activities or found.objectives, row["slug"]
        assert found.source == sources.DOCUMENTS[row["source"]]


@pytest.mark.usefixtures("example")
def test_every_lead_or_provider_is_also_a_partner_in_that_role() -> None:
    for row in ROWS:
        role = Partnership.Role.PROVIDER if row["kind"] == "service" else Partnership.Role.LEAD
        in_role = {item.organisation.slug for item in _partnerships(row) if item.role == role}
        assert row["lead_or_provider"] in in_role, row["slug"]


@pytest.mark.usefixtures("example")
def test_every_commissioner_and_funder_is_an_organisation_in_that_role() -> None:
    missing = []
    for row in ROWS:
        giving = [
            item.organisation
            for item in _partnerships(row)
            if item.role in {Partnership.Role.COMMISSIONER, Partnership.Role.FUNDER}
        ]
        owner = (Service if row["kind"] == "service" else Project).objects.get(slug=row["slug"])
        for name in filter(None, (part.strip() for part in row["commissioner_or_funder"].split(";"))):
            told = name in NOT_A_BODY and name.split()[-1].lower() in owner.funders_note.lower()
            if not told and not any(_is_called(organisation, name) for organisation in giving):
                missing.append((row["slug"], name))
    assert missing == []


@pytest.mark.usefixtures("example")
def test_partners_of_the_great_projects_are_all_there() -> None:
    for slug, roles in PARTNERS.items():
        counted = Counter(Partnership.objects.filter(project__slug=slug).values_list("role", flat=True))
        assert counted == roles, slug


@pytest.mark.usefixtures("example")
def test_no_organisation_stands_twice_under_one_name() -> None:
    names = [fold(name) for name in Organisation.objects.values_list("name", flat=True)]
    assert len(names) == len(set(names)) == 150


@pytest.mark.usefixtures("example")
def test_the_ambiti_hold_their_comuni_and_figures() -> None:
    visconteo = Area.objects.get(slug="ambito-visconteo-sud-milano")
    assert visconteo.member_municipalities.count() == 11
    rozzano = Area.objects.get(slug="ambito-rozzano")
    assert rozzano.parent == visconteo
    assert rozzano.former_member_municipalities.count() == 4
    assert Area.objects.get(slug="milano-municipio-9").parent == Area.objects.get(slug="milano")
    shares = AreaPopulation.objects.filter(area__slug="basiglio").values_list("citizenship", "share")
    assert dict(shares) == {
        "": Decimal("0.12"),
        "PH": Decimal("0.438"),
        "KR": Decimal("0.126"),
        "GB": Decimal("0.037"),
    }


@pytest.mark.usefixtures("example")
def test_what_the_documents_tell_of_one_project_and_one_service() -> None:
    ciao = Project.objects.get(slug="ciao")
    assert (ciao.starts_on, ciao.ends_on) == (date(2020, 7, 16), date(2021, 12, 31))
    assert ciao.governance_bodies.count() == 3
    assert ciao.expected_results.count("\n") == 8
    desk = Service.objects.get(slug="sportello-lavoro")
    assert {(role.count, role.name) for role in desk.staff_roles.all()} >= {(1, "counselor")}
    assert desk.how_to_access == "Solo su appuntamento."
    mediation = Service.objects.get(slug="mediazione-culturale")
    assert set(mediation.languages) == {"zho", "ron", "sqi", "som", "ara", "ben", "rus", "urd", "fil", "bos"}
    assert Service.objects.get(slug="sportello-trans").confidentiality == Service.Confidentiality.PROTECTED


def test_loading_twice_changes_nothing() -> None:
    counts = []
    for _ in range(2):
        areas.load()
        network.load()
        users.load(users.PASSWORD)
        models = (Area, AreaPopulation, Organisation, Service, Project, Partnership, StaffRole, GovernanceBody, Site)
        counts.append([model.objects.count() for model in (*models, User, Membership)])
    assert counts[0] == counts[1]


@pytest.mark.usefixtures("example")
def test_an_installation_with_data_is_left_alone() -> None:
    with pytest.raises(fill.NotEmptyError, match="already holds 150 organisations"):
        fill.fill(ORDER, lambda _: None)


@pytest.mark.usefixtures("example")
def test_every_role_can_sign_in_with_a_password_that_the_house_accepts() -> None:
    users.load(users.PASSWORD)
    assert set(Membership.objects.values_list("role", flat=True)) == set(Membership.Role.values)
    for user in User.objects.all():
        validate_password(users.PASSWORD, user)
        assert user.email.endswith("@ponte.example")
    assert user.check_password(users.PASSWORD)
    assert len(set(User.objects.values_list("password", flat=True))) == 1


def test_the_command_refuses_a_weak_password_with_a_sentence() -> None:
    command = [sys.executable, "-m", "ponte.cli", "demo", "--password", "breve"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--password" in result.stderr
    assert "Traceback" not in result.stderr
