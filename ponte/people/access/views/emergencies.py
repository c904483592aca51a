# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency access, for whoever opens it and for the data protection officer."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.people import presence
from ponte.people.access import emergencies, queries, rules
from ponte.people.access.forms import BreakGlassForm, ReviewForm
from ponte.people.access.models import EmergencyReview
from ponte.people.models import Card
from ponte.people.views.web import acting_user, say, show_refusal

PAGE_LENGTH = 50


def break_glass(request: HttpRequest, reference: str) -> HttpResponse:
    """From an answer of presence, of the last day and the user's own."""
    user = acting_user(request)
    answer = presence.answered(reference, by=user)
    if answer is None:
        raise Http404
    form = BreakGlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            access = emergencies.break_glass(
                reference=reference, reason=form.cleaned_data["reason"], hours=form.cleaned_data["hours"], by=user
            )
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La scheda è aperta. Chi protegge i dati è avvisato."))
            return redirect("access:emergency", access.pk)
    return render(request, "access/break_glass.html", {"answer": answer, "form": form})


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All for the data protection officer, those without an outcome first; for anybody else their own."""
    user = acting_user(request)
    is_done = Exists(EmergencyReview.objects.filter(access=OuterRef("pk")))
    found = queries.emergencies_for(user).order_by(is_done, "-started_at")
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(
        request,
        "access/emergencies.html",
        {
            "page": page,
            "rows": [(one, getattr(one, "review", None)) for one in page],
            "is_auditor": rules.is_auditor(user),
            "now": timezone.now(),
        },
    )


def one(request: HttpRequest, pk: int) -> HttpResponse:
    user = acting_user(request)
    access = get_object_or_404(queries.emergencies_for(user), pk=pk)
    review = getattr(access, "review", None)
    form = ReviewForm(request.POST or None) if review is None and rules.may_review(user, access) else None
    if form is not None and request.method == "POST" and form.is_valid():
        emergencies.review(access=access, by=user, **form.cleaned_data)
        say(request, _("L'esito è scritto."))
        return redirect("access:emergencies")
    is_open = access.user_id == user.pk and access.ended_at is None and access.until > timezone.now()
    cards = list(Card.objects.filter(pk__in=access.cards.values("card"))) if is_open else []
    return render(
        request,
        "access/emergency.html",
        {
            "access": access, "codes": queries.codes_of(access), "cards": cards, "review": review, "form": form,
            "is_open": is_open,
        },
    )  # fmt: skip


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    user = acting_user(request)
    access = get_object_or_404(queries.emergencies_in_force(user), pk=pk)
    emergencies.close(access=access, by=user)
    say(request, _("L'accesso di emergenza è chiuso."))
    return redirect("home")
