# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What journeys do again and again."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Locator, Page

from ponte.accounts.models import User
from ponte.accounts.sessions.store import SessionStore

# Where a page is looked at in two languages: Italian, whose words are longer, where there is less room for them.
SIZES = [(1366, "en"), (390, "it")]
PICTURES = Path(__file__).parents[2] / "build" / "screenshots"


def sign_in(page: Page, user: User, password: str | None = None) -> None:
    """Sign the user in and open the home page: through the form where a password is given, else by
    handing the browser a session."""
    if password is not None:
        page.goto("/accedi/")
        page.get_by_label("E-mail").fill(user.email)
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_role("button", name="Accedi").click()
        page.wait_for_url("**/")
        return
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": str(session.session_key)}
    page.context.add_cookies([{**cookie, "domain": "127.0.0.1", "path": "/"}])  # type: ignore[typeddict-item]
    page.goto("/")


def follow(link: Locator) -> None:
    """By keyboard, to the page to which the link or the button leads."""
    with link.page.expect_navigation():
        link.press("Enter")


def check_accessibility(page: Page) -> None:
    """Fail with a readable list where axe finds something serious or critical on the page as it stands."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    sentences = [
        f"{violation['impact']}: {violation['help']} ({violation['id']})\n"
        + "\n".join(f"    {node['target'][0]}  {node['html'][:160]}" for node in violation["nodes"][:5])
        for violation in found
        if violation["impact"] in {"serious", "critical"}
    ]
    assert not sentences, f"On {page.url}:\n" + "\n".join(sentences)


def check_fits(page: Page) -> None:
    """Fail where the page scrolls sideways; names what sticks out."""
    sticking_out = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.body.querySelectorAll('*')]
                .filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest('.ui-table-frame'))
                .slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
        }"""
    )
    assert not sticking_out, f"{page.url} is wider than {page.viewport_size}:\n" + "\n".join(sticking_out)


def look(page: Page, name: str) -> None:
    """That the page fits and serves everyone, with a picture of it, once it is all there."""
    page.wait_for_load_state()
    screenshot(page, name)
    check_fits(page)
    check_accessibility(page)


def screenshot(page: Page, name: str) -> None:
    """Keep a picture of the whole page in build/screenshots, where PONTE_SCREENSHOTS is set."""
    if not os.environ.get("PONTE_SCREENSHOTS"):
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
