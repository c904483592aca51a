# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from ponte.demo import areas, network


@pytest.fixture
def example(db: None) -> None:
    """The network of the source documents."""
    areas.load()
    network.load()
