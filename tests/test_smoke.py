# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from ponte.people.models import Card, Person


@pytest.mark.django_db
def test_nobody_acts_nobody_is_seen() -> None:
    assert Card.objects.count() == 0
    p = Person.objects.create()
    assert p.pk
