# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages keep the Content-Security-Policy, ask no other host for anything, and hold no text of one language only."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.guards.files import short, with_suffix

TEMPLATES = [path for path in with_suffix(".html", under="ponte") if "templates" in path.parts]
STATIC = [path for path in with_suffix(".js", ".css", ".svg", under="ponte") if "static" in path.parts]

COMMENT = re.compile(r"\{#.*?#\}|\{% *comment.*?endcomment *%\}", re.DOTALL)
TRANSLATED_BLOCK = re.compile(r"\{% *blocktrans(?:late)?\b.*?endblocktrans(?:late)? *%\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN_ATTRIBUTES = {"title", "alt", "placeholder", "aria-label", "aria-description", "label", "content"}
# Texts that a component shows, written as a plain string instead of `_("…")`.
SPOKEN_ARGUMENT = re.compile(
    r"""\b(?:title|lead|text|label|caption|note|action_label|back_label)=(["'])(?P<text>(?:(?!\1).)*)\1"""
    r"""|\{% *(?:button|link_button|badge|tab|stat|fact|fact_block|breadcrumb) (["'])(?P<first>(?:(?!\3).)*)\3"""
)
NAMES = {"Ponte", "Italiano", "English"}
# A document to download: it is opened from a folder, where no policy and no style sheet of ours reaches.
DOWNLOADED = {"ponte/reports/templates/reports/standalone.html"}


class Page(HTMLParser):
    """Collects what a template may not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = dict(attrs)
        if tag in {"script", "style"}:
            self.silent += 1
        if tag == "style":
            self.found.append((line, "a style element"))
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.found.append((line, "an inline script"))
        for name, value in attrs:
            text = value or ""
            if name == "style" or name.startswith(("on", "hx-on", "hx-vars")) or text.startswith("javascript:"):
                self.found.append((line, f"the attribute {name}"))
            loads = name in {"src", "srcset", "data", "poster"} or (name == "href" and tag == "link")
            if loads and re.match(r"(https?:)?//", text):
                self.found.append((line, f"another host: {text}"))
            if name in SPOKEN_ATTRIBUTES and tag != "meta":
                self._spoken(line, text)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._spoken(self.getpos()[0], data)

    def _spoken(self, line: int, text: str) -> None:
        words = set(WORD.findall(text)) - NAMES
        if words:
            self.found.append((line, f"text that is not translated: {' '.join(text.split())[:60]!r}"))


def faults_of(template: str) -> list[str]:
    """What a template's source holds against the rules, as `line: what`."""

    def blank(match: re.Match[str]) -> str:
        return "\n" * match[0].count("\n")

    spoken = COMMENT.sub(blank, template)
    found = [
        (spoken.count("\n", 0, match.start()) + 1, f"text that is not translated: {text!r}")
        for tag in TAG.finditer(spoken)
        if not re.match(r"\{% *(?:if|elif|with|extends|include|url|static|trans|translate|blocktrans)", tag[0])
        for match in SPOKEN_ARGUMENT.finditer(spoken, tag.start(), tag.end())
        if WORD.search(text := match["text"] or match["first"] or "") and text not in NAMES
    ]
    page = Page()
    page.feed(TAG.sub(blank, TRANSLATED_BLOCK.sub(blank, spoken)))
    return [f"{line}: {what}" for line, what in sorted(found + page.found)]


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_a_template_keeps_the_rules(path: Path) -> None:
    found = faults_of(path.read_text(encoding="utf-8"))
    if short(path) in DOWNLOADED:
        found = [fault for fault in found if not fault.endswith(": a style element")]
    if "gallery" in path.parts:  # Samples of names and words are shown there.
        found = [fault for fault in found if "not translated" not in fault]
    assert found == []


@pytest.mark.parametrize("path", STATIC, ids=short)
def test_a_static_file_names_no_other_host(path: Path) -> None:
    named = re.findall(r"https?://[^\s\"')]+", path.read_text(encoding="utf-8"))
    assert [host for host in named if not host.startswith("http://www.w3.org/")] == []


@pytest.mark.parametrize(
    ("template", "what"),
    [
        ('<p style="color:red"></p>', "1: the attribute style"),
        ("\n<button onclick='x()'></button>", "2: the attribute onclick"),
        ("<script>x()</script>", "1: an inline script"),
        ("<style>p{}</style>", "1: a style element"),
        ('<img src="//cdn.example/x.png">', "1: another host: //cdn.example/x.png"),
        ("<p>Ciao</p>", "1: text that is not translated: 'Ciao'"),
        ('<a aria-label="Chiudi" href="/"></a>', "1: text that is not translated: 'Chiudi'"),
        ('{% panel title="Dati" %}', "1: text that is not translated: 'Dati'"),
        ('{% badge "nuovo" %}', "1: text that is not translated: 'nuovo'"),
    ],
)
def test_the_guard_itself_sees(template: str, what: str) -> None:
    assert faults_of(template) == [what]


@pytest.mark.parametrize(
    "template",
    [
        '{% translate "Ciao" %} {{ name }} {# nota #}',
        "{% blocktranslate %}Ciao <b>a tutti</b>{% endblocktranslate %}",
        '{% panel title=_("Dati") %}{% badge _("nuovo") %}',
        '<script src="{% static "x.js" %}" defer></script>',
        '<a href="https://www.example.org/">{{ label }}</a>',
        '{% if kind == "nuovo" %}1{% endif %}',
    ],
)
def test_the_guard_lets_what_is_right_pass(template: str) -> None:
    assert faults_of(template) == []


def test_keys_are_written_without_thousands_separators() -> None:
    """`{{ card.pk }}` reads 1.234 in Italian: the form that sends it back finds nobody after 999 cards."""
    keys = re.compile(r"\{\{ *[\w.]*\bpk *\}\}")
    found = [f"{short(path)}: {key}" for path in TEMPLATES for key in keys.findall(path.read_text())]
    assert not found, "\n".join(["Write {{ …pk|unlocalize }} in:", *found])
