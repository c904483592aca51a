# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of processing activities and the draft assessment: a page, and the same to take away."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ponte.people.rights import assessment, records, rules
from ponte.people.views.web import acting_user
from ponte.platform.audit import actions as audit
from ponte.platform.papers import Paper
from ponte.platform.papers.excel import write_excel
from ponte.platform.papers.pdf import write_pdf
from ponte.platform.papers.word import write_word

WRITERS: dict[str, tuple[Callable[[Paper], bytes], str]] = {
    "pdf": (write_pdf, "application/pdf"),
    "docx": (write_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": (write_excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
PAPERS: dict[str, Callable[[], Paper]] = {
    "registro-trattamenti": records.paper,
    "valutazione-impatto": assessment.paper,
}


@require_safe
def shown(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "rights/paper.html", {"paper": _made(request, name), "name": name})


@require_safe
def download(request: HttpRequest, name: str, form: str) -> HttpResponse:
    if form not in WRITERS:
        raise Http404
    paper = _made(request, name)
    writer, kind = WRITERS[form]
    audit.record("rights.download_paper", by=acting_user(request), after={"name": name, "form": form})
    disposition = f'attachment; filename="{name}.{form}"'
    return HttpResponse(writer(paper), content_type=kind, headers={"Content-Disposition": disposition})


def _made(request: HttpRequest, name: str) -> Paper:
    if not rules.may_read_records(acting_user(request)):
        raise PermissionDenied
    if name not in PAPERS:
        raise Http404
    return PAPERS[name]()
