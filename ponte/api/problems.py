# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What went wrong, as RFC 9457 has it: one JSON shape, one sentence in the language asked."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ponte.platform.audit import actions as audit

TYPE = "application/problem+json"
TITLES: Mapping[int, str | Promise] = {
    400: _("Richiesta non leggibile"),
    401: _("Token non valido"),
    403: _("Operazione non permessa"),
    404: _("Non trovato"),
    405: _("Metodo non ammesso"),
    409: _("In contrasto con quello che c'è"),
    413: _("Richiesta troppo grande"),
    415: _("Formato non ammesso"),
    422: _("Dati da correggere"),
    429: _("Troppe richieste"),
    500: _("Errore interno"),
}
DETAILS: Mapping[int, str | Promise] = {
    400: _("La richiesta non si può leggere."),
    401: _("Serve un token valido, nell'intestazione Authorization: Bearer."),
    403: _("Il ruolo di questo token non permette questa operazione."),
    404: _("Qui non c'è niente, o non è visibile a questo token."),
    405: _("Questo indirizzo non ammette questo metodo."),
    413: _("La richiesta supera i 256 KB."),
    422: _("Alcuni valori non vanno bene."),
    500: _("Qualcosa non ha funzionato e niente è stato salvato. Il codice nel campo instance serve a chi assiste."),
}


class ProblemError(Exception):
    """A refusal. `errors` are (field, sentence); `more` are members of its own."""

    def __init__(
        self,
        status: int,
        detail: str | Promise = "",
        *,
        errors: Sequence[tuple[str, str]] = (),
        kind: str = "",
        more: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status)
        self.status, self.detail, self.errors, self.kind = status, detail, errors, kind
        self.more, self.headers = more or {}, headers or {}

    def as_response(self, number: UUID | None = None) -> HttpResponse:
        """`number` is that of the request in the trail, where it is over."""
        request = number or audit.origin.get().request
        body = {
            "type": f"urn:ponte:problem:{self.kind}" if self.kind else "about:blank",
            "title": str(TITLES.get(self.status, "")),
            "status": self.status,
            "detail": str(self.detail or DETAILS.get(self.status, "")),
            "errors": [{"field": field, "detail": sentence} for field, sentence in self.errors],
            "instance": f"urn:uuid:{request}" if request is not None else None,
            **self.more,
        }
        if self.status == 401:
            self.headers = {**self.headers, "WWW-Authenticate": 'Bearer realm="Ponte"'}
        text = json.dumps(body, ensure_ascii=False)
        return HttpResponse(text, status=self.status, content_type=TYPE, headers=dict(self.headers))
