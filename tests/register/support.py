# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a browser without JavaScript would send."""

from html.parser import HTMLParser
from typing import Any


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.select = self.area = ""
        self.inert = 0
        self.inside = False

    def add(self, name: str, value: str) -> None:
        if self.inside and not self.inert and name:
            self.fields.setdefault(name, []).append(value)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        name = given.get("name", "")
        if tag == "form" and given.get("method") == "post" and "action" not in given:
            self.inside = True
        elif tag in {"template", "noscript"}:
            self.inert += 1
        elif tag == "input" and "disabled" not in given:
            box = given.get("type") in {"checkbox", "radio"}
            if not box or "checked" in given:
                self.add(name, given.get("value", "on" if box else ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in given:
            self.add(self.select, given.get("value", ""))
        elif tag == "textarea":
            self.area = name

    def handle_endtag(self, tag: str) -> None:
        if tag in {"template", "noscript"}:
            self.inert -= 1
        elif tag == "textarea":
            self.area = ""
        elif tag == "form":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.area:
            self.add(self.area, data.strip())


def fields_of(html: str) -> dict[str, Any]:
    """The fields of the page's form that is sent to its own address, as they stand."""
    reader = Reader()
    reader.feed(html)
    return {name: values if len(values) > 1 else values[0] for name, values in reader.fields.items()}
