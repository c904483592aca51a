# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Setting a document in type as a PDF that screen readers can read: tagged and titled (PDF/UA-1)."""

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii

from ponte.platform.papers.fonts import FONT_FOLDER

# The scripts that the typefaces at hand can write, whatever the machine.
OUR_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC"})


def typeset(template: Path, name: str, content: dict[str, Any], at: datetime) -> bytes:
    """The template reads `content` under `name`.

    Where neither our typefaces nor the machine's have a character, PDF/UA forbids an empty box in its place:
    what cannot be written is then transliterated.
    """
    for attempt, system_fonts in ((content, False), (content, True)):
        try:
            return _compile(template, name, attempt, at, system_fonts=system_fonts)
        except typst.TypstError as problem:
            if "could not be displayed" not in str(problem):
                raise
    return _compile(template, name, _written_in_our_scripts(content), at, system_fonts=False)


def _compile(template: Path, name: str, content: dict[str, Any], at: datetime, *, system_fonts: bool) -> bytes:
    compiler = typst.Compiler(
        str(template),
        root=str(template.parent),
        font_paths=[str(FONT_FOLDER)],
        ignore_system_fonts=not system_fonts,
        sys_inputs={name: json.dumps(content)},
    )
    document = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(at.timestamp()))
    if not isinstance(document, bytes):
        raise TypeError(f"Typst gave {type(document).__name__} where one PDF was expected")
    return document


def _written_in_our_scripts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _written_in_our_scripts(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_written_in_our_scripts(one) for one in value]
    if isinstance(value, str):
        return "".join(character if _is_ours(character) else anyascii(character) for character in value)
    return value


def _is_ours(character: str) -> bool:
    if unicodedata.category(character)[0] in "LM":
        return unicodedata.name(character, "").partition(" ")[0] in OUR_SCRIPTS
    return ord(character) < 0x2100 or character in "−•"
