# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may describe what. The rule on one object and the list of objects always agree."""

import pytest
from django.contrib.auth.models import AnonymousUser

from ponte.network import queries, rules
from ponte.network.models import Organisation, Project, Service
from tests.cast import Cast

pytestmark = pytest.mark.django_db

EVERY_SERVICE = {
    "sportello-lavoro", "mediazione-culturale", "consulenza-psicologica", "sportello-trans",
    "sportelli-stranieri-sud-est",
}  # fmt: skip
SERVICES = {
    "coordinator": {"sportello-lavoro"},
    "org_coordinator": EVERY_SERVICE - {"sportelli-stranieri-sud-est"},
    "network_manager": EVERY_SERVICE,
}
PROJECTS = {
    "org_coordinator": {"ricetta-family-work-km-zero"},
    "network_manager": {"ricetta-family-work-km-zero", "lab-impact-sud-est-milano"},
}
ORGANISATIONS = {
    "org_coordinator": {"ala-milano"},
    "network_manager": {"ala-milano", "assemi", "comune-di-milano"},
}


def test_the_rule_and_the_list_agree_for_every_role(cast: Cast) -> None:
    for name, user in cast.users.items():
        services = {row.slug for row in Service.objects.all() if rules.can_change_service(user, row)}
        projects = {row.slug for row in Project.objects.all() if rules.can_change_project(user, row)}
        organisations = {row.slug for row in Organisation.objects.all() if rules.can_change_organisation(user, row)}
        assert services == SERVICES.get(name, set()), name
        assert projects == PROJECTS.get(name, set()), name
        assert organisations == ORGANISATIONS.get(name, set()), name
        assert {row.slug for row in queries.services_changeable_by(user)} == services, name
        assert {row.slug for row in queries.projects_changeable_by(user)} == projects, name
        assert {row.slug for row in queries.organisations_changeable_by(user)} == organisations, name
        assert rules.can_add_to_network(user) == (name in {"org_coordinator", "network_manager"})
        assert rules.can_describe_areas(user) == (name == "network_manager")


def test_a_team_does_not_decide_alone_how_confidential_it_is(cast: Cast) -> None:
    may = {name for name, user in cast.users.items() if rules.can_hand_over_service(user, cast.job_desk)}
    assert may == {"org_coordinator", "network_manager"}


def test_who_is_not_signed_in_changes_nothing(cast: Cast) -> None:
    nobody = AnonymousUser()
    assert not rules.can_change_service(nobody, cast.job_desk)
    assert not rules.can_change_project(nobody, cast.family_work)
    assert not rules.can_change_organisation(nobody, cast.ala)
    assert not rules.can_add_to_network(nobody)
    assert not rules.can_describe_areas(nobody)
