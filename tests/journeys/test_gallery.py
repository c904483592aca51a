# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.cast import Cast
from tests.journeys.support import check_accessibility, check_fits, screenshot, sign_in

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [1366, 390])
def test_every_component_can_be_used_by_everyone(open_page: Callable[..., Page], cast: Cast, width: int) -> None:
    """Otherwise some page, somewhere, shuts out whoever hears it, types it or reads it on a phone."""
    page = open_page(width=width)
    sign_in(page, cast.operator)
    page.goto("/componenti/")
    screenshot(page, "gallery")
    check_fits(page)
    check_accessibility(page)
