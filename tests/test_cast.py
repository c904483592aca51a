# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.test import Client

from tests.cast import PASSWORD, Cast


def test_every_member_of_the_cast_has_one_place(cast: Cast) -> None:
    places = {
        name: [str(item.service or item.organisation or "") for item in user.memberships.all()]
        for name, user in cast.users.items()
    }
    assert places == {
        "operator": ["Sportello Lavoro"],
        "colleague": ["Sportello Lavoro"],
        "coordinator": ["Sportello Lavoro"],
        "mediator": ["Mediazione culturale"],
        "social_worker": ["Consulenza psicologica"],
        "protected": ["Sportello Trans"],
        "org_coordinator": ["ALA Milano"],
        "stranger": ["Sportelli per stranieri"],
        "network_manager": [""],
        "auditor": [""],
        "administrator": [""],
    }


@pytest.mark.django_db
def test_the_cast_can_sign_in(client: Client, cast: Cast) -> None:
    assert client.login(email=cast.operator.email, password=PASSWORD)
