# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The panel of likely people beside the form of a card, and what can be done from it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ponte.network.models import Service
from ponte.people import intake, presence, queries
from ponte.people.forms.card import CardForm
from ponte.people.forms.intake import ApartForm, AskingForm, ReplyForm
from ponte.people.intake import Panel
from ponte.people.models import Acquaintance, Card, PresenceInquiry, PresenceNotice, PresenceQuestion
from ponte.people.presence import Purpose
from ponte.people.views.web import acting_user, card_or_404, say
from ponte.platform.audit import actions as audit

Why = PresenceInquiry.Why


def purpose_of(request: HttpRequest, services: QuerySet[Service]) -> tuple[Purpose | None, AskingForm]:
    """For which of the services the user asks and why; none where they have not said why."""
    form = AskingForm(request.POST if "asking_why" in request.POST else {"asking_why": Why.AT_THE_DESK})
    chosen = request.POST.get("service", "")
    service = services.filter(pk=chosen).first() if chosen.isdecimal() else None
    service = service or services.first()
    if service is None:
        raise PermissionDenied
    if not form.is_valid():
        return None, form
    return Purpose(service, form.cleaned_data["asking_why"], form.cleaned_data["asking_more"]), form


def correction_of(request: HttpRequest, card: Card) -> Purpose:
    """Who corrects a card asks for the service through which they know it."""
    mine = queries.team_service_ids(acting_user(request))
    known = Acquaintance.objects.filter(card=card, service__in=mine).select_related("service").order_by("service_id")
    return Purpose(known[0].service, Why.CORRECTION)


@require_POST
def likely(request: HttpRequest) -> HttpResponse:
    """The panel, while a new card is being filled in."""
    services = queries.team_services(acting_user(request))
    if not services:
        raise PermissionDenied
    purpose, _form = purpose_of(request, services)
    if purpose is None:
        return _panel(request, Panel(trouble=_("Scriva perché cerca questa persona.")))
    do_what_was_pressed(request, purpose)
    return _panel(request, intake.look(request.POST, purpose=purpose, by=acting_user(request)))


@require_POST
def likely_others(request: HttpRequest, code: str) -> HttpResponse:
    """The panel, while a card is being corrected: only once something changed that tells who it is."""
    card = card_or_404(request, code)
    purpose = correction_of(request, card)
    do_what_was_pressed(request, purpose)
    form = CardForm(request.POST, instance=card)
    if not intake.IDENTIFYING & set(form.changed_data):
        return _panel(request, Panel(), card)
    return _panel(request, intake.look(request.POST, purpose=purpose, by=acting_user(request), about=card), card)


def _panel(request: HttpRequest, panel: Panel, card: Card | None = None) -> HttpResponse:
    apart = ApartForm(initial={name: request.POST.get(name, "") for name in ApartForm.base_fields})
    return render(
        request, "people/intake/panel.html", {"panel": panel, "apart": apart, "card": card, "is_part": True}
    )


def do_what_was_pressed(request: HttpRequest, purpose: Purpose) -> Card | None:
    """A message for whoever knows the person, or that this is the person: then the card that is there."""
    user = acting_user(request)
    if "ask" in request.POST:
        reference = request.POST["ask"]
        text = request.POST.get(f"message-{reference}", "")[:300]
        presence.ask_referent(reference=reference, service=purpose.service, text=text, by=user)
        say(
            request,
            _("Il messaggio è arrivato a chi conosce la persona: la risposta comparirà nella sua prima pagina."),
        )
    if "recognise" not in request.POST:
        return None
    reference = request.POST["recognise"]
    if f"present-{reference}" not in request.POST:
        messages.error(request, _("Prima confermi che la persona è d'accordo."))
        return None
    reason = request.POST.get(f"reason-{reference}", "")[:200]
    try:
        return presence.work_on(reference=reference, service=purpose.service, reason=reason, by=user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return None


def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Answering another service that asked about a person whom the user's team knows."""
    user = acting_user(request)
    question = get_object_or_404(
        PresenceQuestion.objects.filter(replied_at=None, card__in=queries.visible_to(user)).select_related("card"),
        pk=pk,
    )
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        presence.reply(question=question, text=form.cleaned_data["reply"], by=user)
        say(request, _("La richiesta è chiusa."))
        return redirect("home")
    return render(request, "people/intake/reply.html", {"question": question, "form": form})


@require_POST
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """A protected team has read that another service may have met their person."""
    mine = queries.team_service_ids(acting_user(request))
    notice = get_object_or_404(PresenceNotice.objects.filter(service__in=mine, seen_at=None), pk=pk)
    notice.seen_at = timezone.now()
    notice.save(update_fields=["seen_at"])
    audit.record("people.read_notice", notice, by=acting_user(request))
    return redirect("home")
