# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What tests of several contexts need."""

from collections.abc import Iterator
from contextlib import contextmanager

from ponte.platform.database import roles


@contextmanager
def system_role() -> Iterator[None]:
    """Run the block as worker and command line do: every row is visible. For preparing data across services."""
    with roles.stepping_into(roles.SYSTEM):
        yield
