# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import asdict
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ponte.platform.papers.model import Paper
from ponte.platform.papers.typesetting import typeset

TEMPLATE = Path(__file__).parent / "paper.typ"


def write_pdf(paper: Paper) -> bytes:
    content = asdict(paper) | {"language": get_language() or "it", "page_word": _("pagina")}
    content.pop("made_at")
    return typeset(TEMPLATE, "paper", content, paper.made_at)
