# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every page's shell needs, worked out only when a page shows it."""

from functools import cached_property
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.module_loading import import_string

from ponte.platform.ui.navigation import Entry, Item, shown

SCRIPTS = (
    "menus",
    "search",
    "rows",
    "forms",
    "formset",
    "combobox",
    "print",
)


class Navigation(Protocol):
    """What `settings.UI_NAVIGATION` names: the entries that this user is offered."""

    def __call__(self, request: HttpRequest) -> dict[str, list[Item]]: ...


class Shell:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.scripts = [static(f"ui/{name}.js") for name in SCRIPTS]
        self.languages = settings.LANGUAGES  # each under its own name
        self.here = request.get_full_path() if request.method == "GET" else request.path

    @cached_property
    def _offered(self) -> dict[str, list[Entry]]:
        if not hasattr(self.request, "user"):  # refused before anyone could be recognised
            return {}
        navigation: Navigation = import_string(settings.UI_NAVIGATION)
        return {place: shown(items, self.request.path) for place, items in navigation(self.request).items()}

    @property
    def navigation(self) -> list[Entry]:
        return self._offered.get("main", [])

    @property
    def user_menu(self) -> list[Entry]:
        return self._offered.get("user", [])

    @property
    def footer(self) -> list[Entry]:
        return self._offered.get("footer", [])

    @property
    def alerts(self) -> list[Entry]:
        """What the user must not forget on any page."""
        return self._offered.get("alert", [])

    @property
    def search_url(self) -> str:
        entries = self._offered.get("search", [])
        return entries[0].url if entries else ""

    @property
    def query(self) -> str:
        return self.request.GET.get("q", "") if self.request.path == self.search_url else ""


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"shell": Shell(request)}
