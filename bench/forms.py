# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading forms and links off pages, as a browser does."""

import re
from html import unescape
from html.parser import HTMLParser

Fields = list[tuple[str, str]]


class _FormReader(HTMLParser):
    """The values of the fields of one form, as they stand."""

    def __init__(self, marker: str) -> None:
        super().__init__()
        self.fields: Fields = []
        self._marker = marker
        self._inside = False
        self._select: str | None = None
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = self._marker in given
        if not self._inside:
            return
        name = given.get("name", "")
        if tag == "input" and name and "disabled" not in given:
            ticked = "checked" in given or given.get("type") not in {"checkbox", "radio"}
            if ticked and given.get("type") != "submit":
                self.fields.append((name, given.get("value", "on" if "checked" in given else "")))
        elif tag == "select":
            self._select, self._options = name, []
        elif tag == "option":
            self._options.append((given.get("value", ""), "selected" in given))
        elif tag == "textarea":
            self.fields.append((name, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select" and self._select:
            chosen = [value for value, selected in self._options if selected]
            self.fields += [(self._select, value) for value in chosen or [self._options[0][0]] if self._options]
            self._select = None


def form_of(page: str, marker: str) -> Fields:
    """What the form with the attribute `marker` would send as it stands, without the token."""
    reader = _FormReader(marker)
    reader.feed(page)
    return [(name, value) for name, value in reader.fields if name != "csrfmiddlewaretoken"]


def token_of(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    if found is None:
        raise LookupError("the page has no form")
    return found.group(1)


def links_in(page: str, pattern: str) -> list[str]:
    """The addresses in the main part that match from beginning to end, each once, in the order of the page."""
    main = page.partition("<main")[2] or page
    found = (unescape(link) for link in re.findall(r'(?:href|hx-get|hx-post)="([^"#]+)"', main))
    return [link for link in dict.fromkeys(found) if re.fullmatch(pattern, link)]
