# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The screens of Ponte, each with a user whose work it is and the requests to time, found on the pages themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.forms import form_of, links_in
from bench.load import Browser, Request

OPERATOR = "operatrice@ponte.example"
COORDINATOR = "coordinatrice@ponte.example"
NETWORK_MANAGER = "rete@ponte.example"
SERVICE_COORDINATOR = "coordinatrice.lavoro@ponte.example"
ACCOUNTS = (OPERATOR, COORDINATOR, SERVICE_COORDINATOR, NETWORK_MANAGER)

CARD = r"/persone/[0-9A-Z]{8}/"
INTERVENTION = r"/registro/\d+/"
SECTION = r"/indicatori/servizi/[\w-]+/"
MOST_PATHS = 16

LATIN = ("hu", "garcia", "mohamed", "rossi maria", "chen li", "popescu")
ARABIC = ("محمد", "أحمد", "فاطمة", "علي")
CHINESE = ("王", "李", "陈", "张伟")

TYPED = ("/registro/persone/?person=mo", "/registro/persone/?person=chen")
LAST_YEAR = {"since": "2025-01-01", "until": "2025-12-31"}

Find = Callable[[Browser], list[Request]]


@dataclass(frozen=True, slots=True)
class Screen:
    name: str
    account: str
    find: Find


def _at(*paths: str) -> Find:
    return lambda _browser: [Request(path) for path in paths]


def _linked(start: str, pattern: str, ending: str = "") -> Find:
    """The pages that `start` leads to."""

    def find(browser: Browser) -> list[Request]:
        paths = links_in(browser.get(start), pattern)[:MOST_PATHS]
        return [Request(path + ending) for path in paths]

    return find


def _searched(address: str, words: tuple[str, ...]) -> Find:
    """Searches that find somebody; the others would be too easy."""

    def find(browser: Browser) -> list[Request]:
        paths = [f"{address}?{urlencode({'q': word})}" for word in words]
        return [Request(path) for path in paths if links_in(browser.get(path), CARD)]

    return find


def _narrowed_register(browser: Browser) -> list[Request]:
    service = links_in(browser.get("/"), r"/registro/\?service=.*")[0].partition("service=")[2].partition("&")[0]
    wanted = (
        {"period": "year", "service": service},
        {"period": "all", "kind": "interview"},
        {"period": "last_year", "language": "zho"},
        {"period": "all", "service": service, "setting": "office"},
    )
    return [Request(f"/registro/?{urlencode(fields)}") for fields in wanted]


def _quick_entry(browser: Browser) -> list[Request]:
    browser.take_token("/registro/nuovo/contatto/")
    page = browser.get("/registro/nuovo/contatto/")
    fields = dict(form_of(page, "data-quick-entry")) | {"headcount": "1", "minutes": "15", "note": ""}
    return [Request("/registro/nuovo/contatto/", list(fields.items()))]


def _indicator_forms(browser: Browser) -> list[str]:
    for section in links_in(browser.get("/indicatori/"), SECTION):
        if forms := links_in(browser.get(section), r"/indicatori/\d+/"):
            return forms
    return []


def _indicator_form(browser: Browser) -> list[Request]:
    return [Request(path) for path in _indicator_forms(browser)]


def _preview(browser: Browser) -> list[Request]:
    requests = []
    for path in _indicator_forms(browser):
        page = browser.get(path)
        address = links_in(page, r"/indicatori/.*/anteprima/")[0]
        requests.append(Request(address, form_of(page, "hx-post")))
    return requests


def _figure_rows(browser: Browser) -> list[Request]:
    for report in links_in(browser.get("/rapporti/"), r"/rapporti/[\w-]+/\d+/"):
        if rows := links_in(browser.get(report), r"/analisi/righe/\?.*"):
            return [Request(path) for path in rows[:MOST_PATHS]]
    return []


def _analysis(**asked: str) -> str:
    return f"/analisi/?{urlencode(asked)}"


YARDSTICK = Screen("Yardstick: a page with nothing but shell and form", OPERATOR, _at("/password/cambia/"))

SCREENS = (
    Screen("First page", OPERATOR, _at("/")),
    Screen("First page of a coordinator", COORDINATOR, _at("/")),
    Screen("People", OPERATOR, _at("/persone/")),
    Screen("People of one citizenship", OPERATOR, _at("/persone/?citizenship=CN", "/persone/?citizenship=EG")),
    Screen("Search by name, Latin script", OPERATOR, _searched("/persone/", LATIN)),
    Screen("Search by name, Arabic script", OPERATOR, _searched("/persone/", ARABIC)),
    Screen("Search by name, Chinese script", OPERATOR, _searched("/persone/", CHINESE)),
    Screen("Search everywhere", OPERATOR, _searched("/cerca/", LATIN + ARABIC + CHINESE)),
    Screen("Card", OPERATOR, _linked("/persone/", CARD)),
    Screen("Card, its form", OPERATOR, _linked("/persone/", CARD, "modifica/")),
    Screen("New card, its form", OPERATOR, _at("/persone/nuova/")),
    Screen("Register", OPERATOR, _at("/registro/")),
    Screen("Register, ever since", OPERATOR, _at("/registro/?period=all")),
    Screen("Register of a coordinator", COORDINATOR, _at("/registro/", "/registro/?period=year")),
    Screen("Register, narrowed", OPERATOR, _narrowed_register),
    Screen("Register, totals of a year", OPERATOR, _at("/registro/totali/?period=year")),
    Screen("Intervention", OPERATOR, _linked("/registro/", INTERVENTION)),
    Screen("Quick entry", OPERATOR, _at("/registro/nuovo/contatto/")),
    Screen("Quick entry, people as one types", OPERATOR, _at(*TYPED)),
    Screen("Quick entry, saving", OPERATOR, _quick_entry),
    Screen("Meeting, its form", OPERATOR, _at("/registro/nuovo/incontro/")),
    Screen("Directory", OPERATOR, _at("/rete/", "/servizi/", "/enti/", "/progetti/", "/territori/")),
    Screen("Directory, searched", OPERATOR, _at("/rete/?q=lavoro", "/rete/?q=milano", "/rete/?q=scuola")),
    Screen("Organisation", OPERATOR, _linked("/enti/", r"/enti/[\w-]+/(?<!nuovo/)")),
    Screen("Service", OPERATOR, _linked("/servizi/", r"/servizi/[\w-]+/(?<!nuovo/)")),
    Screen("Project", OPERATOR, _linked("/progetti/", r"/progetti/[\w-]+/(?<!nuovo/)")),
    Screen("Area", OPERATOR, _linked("/territori/", r"/territori/[\w-]+/(?<!nuovo/)")),
    Screen("Indicators", COORDINATOR, _at("/indicatori/")),
    Screen("Indicators of a service, with figures", COORDINATOR, _linked("/indicatori/", SECTION)),
    Screen("Indicator, its form", COORDINATOR, _indicator_form),
    Screen("Indicator, preview", COORDINATOR, _preview),
    Screen("Analysis, its form", COORDINATOR, _at("/analisi/")),
    Screen(
        "Analysis of a service's year",
        COORDINATOR,
        _at(
            _analysis(measure="people", by="citizenship", service="sportello-lavoro", **LAST_YEAR),
            _analysis(measure="hours", by="month", service="mediazione-culturale", **LAST_YEAR),
        ),
    ),
    Screen(
        "Analysis of the whole register",
        NETWORK_MANAGER,
        _at(_analysis(measure="interventions", by="year"), _analysis(measure="people", by="sex")),
    ),
    Screen("Rows behind a figure", COORDINATOR, _figure_rows),
    Screen("Reports", COORDINATOR, _at("/rapporti/")),
    Screen("Annual report of 2025", COORDINATOR, _at("/rapporti/ala-milano/2025/")),
    Screen("Annual report of 2021", COORDINATOR, _at("/rapporti/ala-milano/2021/")),
    Screen("Imports", SERVICE_COORDINATOR, _at("/importa/")),
    Screen("Import, its form", SERVICE_COORDINATOR, _linked("/importa/", r"/importa/[a-z-]+/")),
)  # fmt: skip
