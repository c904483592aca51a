# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterator

import pytest
from django.db import connection


@pytest.fixture
def _as_owner(db: None) -> Iterator[None]:
    """Filling needs the owner's rights, and it sees all."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        yield
        cursor.execute("SET ROLE ponte_web")
