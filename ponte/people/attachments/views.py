# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Adding a file to a card, reading it and taking it away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ponte.people.attachments import actions, queries, rules
from ponte.people.attachments.content import LARGEST
from ponte.people.attachments.forms import AttachmentForm, RemovalForm
from ponte.people.attachments.models import Attachment
from ponte.people.models import Card
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal
from ponte.platform.audit import actions as audit
from ponte.platform.uploads import takes_files, was_too_large
from ponte.platform.vault import files
from ponte.platform.vault.keys import UnknownKeyError


@takes_files(LARGEST)
def add(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    form = AttachmentForm(
        request.POST or None, request.FILES or None, user=user, card=card, too_large=was_too_large(request)
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        file = given["file"]
        try:
            actions.add_attachment(
                card=card, service=given["service"], name=file.name, content=file.read(), note=given["note"],
                for_all=given["for_all"], by=user,
            )  # fmt: skip
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("Il file è allegato alla scheda."))
            return redirect("people:card", card.code)
    return render(request, "attachments/add.html", {"card": card, "form": form})


@require_safe
def download(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The content, as something to keep and never to show in this page's place; only when all of it is whole."""
    user, (card, attachment) = acting_user(request), _readable_or_404(request, code, pk)
    through = {"through": "share"} if isinstance(attachment, queries.Opened) else {}
    try:
        content = b"".join(files.read(attachment.file))
    except (files.BrokenFileError, UnknownKeyError):
        audit.record("attachments.fail_to_read_attachment", card, by=user, after={"attachment": pk, **through})
        messages.error(
            request, _("Il file non si può leggere: è andato perso o rovinato. Lo dica a chi gestisce il sistema.")
        )
        return redirect("people:card", code)
    audit.record("attachments.read_attachment", card, by=user, after={"attachment": pk, **through})
    return HttpResponse(
        content,
        content_type=attachment.media_type,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=attachment.name) or "",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store, private",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, attachment = acting_user(request), _attachment_or_404(request, code, pk)
    if not rules.may_remove(user, attachment):
        raise Http404
    form = RemovalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.remove_attachment(attachment=attachment, reason=form.cleaned_data["reason"], by=user)
        say(request, _("Il file è stato tolto dalla scheda."))
        return redirect("people:card", code)
    return render(
        request, "attachments/remove.html", {"card": attachment.card, "attachment": attachment, "form": form}
    )


def _readable_or_404(request: HttpRequest, code: str, pk: int) -> tuple[Card, Attachment | queries.Opened]:
    """Of the own teams' people, and of those whom a share opens."""
    user = acting_user(request)
    card = Card.objects.filter(code=code).first()
    if card is None:
        raise Http404
    own = queries.visible_to(user).filter(pk=pk, card=card).first()
    found = own or next((one for one in queries.opened(card) if one.pk == pk), None)
    if found is None:
        raise Http404
    return card, found


def _attachment_or_404(request: HttpRequest, code: str, pk: int) -> Attachment:
    card = card_or_404(request, code)
    try:
        return queries.visible_to(acting_user(request)).select_related("card").get(pk=pk, card=card)
    except Attachment.DoesNotExist:
        raise Http404 from None
