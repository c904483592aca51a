# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which texts the code and the templates show, where, and which of them a catalog does not translate.

A text belongs to the catalog of the nearest Django app above its file.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import write_po
from django.apps import apps
from django.utils.translation.template import templatize

from ponte.platform.i18n.catalogs import PACKAGE, read_catalog

LANGUAGES = ("en",)
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
STRING = r"(u?'(?:\\.|[^'\\])*'|u?\"(?:\\.|[^\"\\])*\")"
# What `templatize` makes of `translate`, `blocktranslate` and `_("…")` in a template.
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*{STRING}(?:\s*,\s*{STRING})?(?:\s*,\s*{STRING})?")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|%[sd]")


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it stands in the code: where, and its context, singular and plural for gettext."""

    file: Path
    line: int
    singular: str
    plural: str = ""
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that a catalog does not translate well."""

    text: Text
    language: str
    problem: str

    def __str__(self) -> str:
        where = self.text.file.relative_to(PACKAGE.parent)
        return f"{where}:{self.text.line}: {self.problem} ({self.language}): {self.text.singular!r}"


def app_folders() -> list[Path]:
    """The folders of our Django apps, the most specific first."""
    found = [Path(config.path) for config in apps.get_app_configs() if config.name.startswith("ponte.")]
    return sorted(found, key=lambda path: -len(path.parts))


def texts() -> dict[Path, list[Text]]:
    """Every text shown, by the app folder whose catalog it belongs to."""
    folders = app_folders()
    found: dict[Path, list[Text]] = {folder: [] for folder in folders}
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix not in {".py", ".html", ".txt", ".svg"} or "migrations" in file.parts:
            continue
        here = list(_texts_of(file))
        if here:
            owner = next((folder for folder in folders if file.is_relative_to(folder)), None)
            if owner is None:
                raise ValueError(f"{file}:{here[0].line} has a text to translate, but belongs to no Django app.")
            found[owner] += here
    return found


def faults() -> Iterator[Fault]:
    """Every text that a catalog of its app lacks, leaves empty, marks as uncertain, or gives other placeholders."""
    for folder, shown in texts().items():
        for language in LANGUAGES:
            path = catalog_path(folder, language)
            catalog = read_catalog(path) if path.exists() else Catalog(locale=language)
            for text in shown:
                problem = _problem(text, catalog.get(_msgid(text), text.context))
                if problem:
                    yield Fault(text, language, problem)


def catalog_path(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def update_catalogs() -> list[Path]:
    """Write new texts into the catalogs, with an empty translation, and drop those no longer shown."""
    written = []
    for folder, shown in texts().items():
        for language in LANGUAGES:
            path = catalog_path(folder, language)
            if not shown and not path.exists():
                continue
            catalog = read_catalog(path) if path.exists() else _new_catalog(language)
            template = Catalog(locale=language)
            for text in shown:
                where = str(text.file.relative_to(PACKAGE.parent))
                template.add(_msgid(text), locations=[(where, 0)], context=text.context)
            catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, catalog, ignore_obsolete=True, include_lineno=False, sort_by_file=True, width=110)
            written.append(path)
    return written


def _new_catalog(language: str) -> Catalog:
    holder = "Ponte contributors"
    return Catalog(locale=language, project="Ponte", copyright_holder=holder, header_comment="# Ponte", fuzzy=False)


def _texts_of(file: Path) -> Iterator[Text]:
    if file.suffix == ".py":
        with file.open("rb") as source:
            for line, message, _, context in extract("python", source, KEYWORDS):
                singular, plural = message if isinstance(message, tuple) else (message, "")
                yield Text(file, line, singular, plural, context)
        return
    source_text = templatize(file.read_text(encoding="utf-8"), origin=str(file))
    for call in CALL.finditer(source_text):
        name, strings = call[1], [ast.literal_eval(part) for part in call.groups()[1:] if part]
        context = strings.pop(0) if name.removeprefix("n").startswith("p") else None
        plural = strings[1] if name.startswith("n") else ""
        yield Text(file, source_text.count("\n", 0, call.start()) + 1, strings[0], plural, context)


def _msgid(text: Text) -> str | tuple[str, str]:
    return (text.singular, text.plural) if text.plural else text.singular


def _problem(text: Text, message: Message | None) -> str | None:
    if message is None:
        return "not in the catalog"
    translations = message.string if isinstance(message.string, tuple) else (message.string,)
    if not all(translations):
        return "not translated"
    if message.fuzzy:
        return "translation marked as uncertain"
    if text.plural and not isinstance(message.id, tuple):
        return "the plural is not in the catalog"
    wanted = set(PLACEHOLDER.findall(text.plural or text.singular))
    if any(set(PLACEHOLDER.findall(str(translation))) - wanted for translation in translations):
        return "the translation has placeholders of its own"
    if set(PLACEHOLDER.findall(str(translations[-1]))) != wanted:
        return "the translation lacks a placeholder"
    return None
