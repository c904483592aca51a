# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys.support import check_accessibility, check_fits, look, screenshot, sign_in
from tests.people.attachments import samples
from tests.people.support import registered

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [1366, 390])
def test_a_photo_of_a_permit_is_attached_read_and_taken_away(
    open_page: Callable[..., Page], cast: Cast, width: int, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    card = registered(cast.operator, cast.job_desk)
    page = open_page(width=width)
    sign_in(page, cast.operator)
    page.goto(f"/persone/{card.code}/")
    page.get_by_role("link", name="Allega un file o una foto").click()
    check_fits(page)
    check_accessibility(page)

    file = page.get_by_label("File o foto")
    file.set_input_files({"name": "permesso.pdf", "mimeType": "application/pdf", "buffer": samples.EXECUTABLE})
    page.get_by_role("button", name="Allega").click()
    expect(page.get_by_text("Questo tipo di file non si può allegare.").first).to_be_visible()
    screenshot(page, "attachments-refused")

    name = "тимчасовий захист عبد الرحمن 2026-11-25 dal telefono della signora.jpg"
    file.set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": samples.JPEG})
    page.get_by_label("Che cos'è").fill("Permesso di soggiorno, fronte")
    page.get_by_role("button", name="Allega").click()
    expect(page.get_by_text("Il file è allegato alla scheda.")).to_be_visible()
    panel = page.locator("#allegati")
    panel.scroll_into_view_if_needed()
    look(page, "attachments-card")
    with page.expect_download() as download:
        panel.get_by_role("link", name="dal telefono della signora.jpg").click()
    assert download.value.suggested_filename == name
    assert Path(download.value.path()).read_bytes() == samples.JPEG

    panel.get_by_role("link", name="Togli").click()
    page.get_by_label("Perché lo toglie").fill("È di un'altra persona")
    look(page, "attachments-remove")
    page.get_by_role("button", name="Togli dalla scheda").click()
    expect(page.get_by_text("Nessun file allegato.")).to_be_visible()
