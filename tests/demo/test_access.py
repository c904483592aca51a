# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who tries Ponte on the example meets what services share, keep to a few and open in an emergency."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from ponte.accounts.models import User
from ponte.demo import access, areas, generated, network, users
from ponte.people.attachments.models import Attachment


def page(account: str, address: str) -> str:
    client = Client()
    client.force_login(User.objects.get(email=f"{account}@{users.DOMAIN}"))
    return client.get(address).content.decode()


@pytest.mark.usefixtures("_as_owner")
def test_the_example_shows_each_way_of_knowing(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    areas.load()
    network.load()
    users.load(users.PASSWORD)
    generated.load(count=400, seed=3, today=date(2026, 1, 31))
    access.live()
    assert "accompagnamento al colloquio di lavoro" in page("mediatrice", "/persone/condivise/")
    assert "primo colloquio psicologico" in page("psicologo", "/persone/condivise/")
    assert "da esaminare" in page("dpo", "/accessi-di-emergenza/")
    assert Attachment.objects.get().size > 1000
