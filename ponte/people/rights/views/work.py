# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What waits for somebody: requests to answer, corrections and disposals to decide."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.accounts.models import User
from ponte.people.models import Card
from ponte.people.queries import team_services
from ponte.people.rights import holdings, queries, retention, rules
from ponte.people.rights.actions import corrections, disposals, requests
from ponte.people.rights.forms.asking import PermitForm, ReasonForm, field_label
from ponte.people.rights.models import AccessFile, AccessRequest, Correction, Disposal
from ponte.people.views.web import acting_user, say, show_refusal

LATEST = 50
Row = TypeVar("Row", AccessRequest, Disposal)


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    user = acting_user(request)
    if not rules.has_work(user):
        raise PermissionDenied
    waiting = queries.disposals(user)
    context = {
        "today": timezone.localdate(),
        "requests": _with_cards(user, queries.access_requests(user).filter(closed_at=None)[:LATEST]),
        "corrections": [
            (one, field_label(one.field))
            for one in queries.corrections(user).filter(status=Correction.Status.OPEN)[:LATEST]
        ],
        "disposals": _with_cards(user, waiting.filter(status=Disposal.Status.PROPOSED)[:LATEST]),
        "disposal_count": waiting.filter(status=Disposal.Status.PROPOSED).count(),
        "done": waiting.exclude(status=Disposal.Status.PROPOSED).order_by("-decided_at")[:LATEST],
        "may_read_records": rules.may_read_records(user),
    }
    return render(request, "rights/work.html", context)


def _with_cards(user: User, rows: QuerySet[Row]) -> list[tuple[Row, Card | None]]:
    found = list(rows)
    cards = queries.visible_cards(user, found)
    return [(row, cards.get(row.card_id)) for row in found]


@require_safe
def access(request: HttpRequest, pk: int) -> HttpResponse:
    user = acting_user(request)
    found = get_object_or_404(queries.access_requests(user), pk=pk)
    parts = {part.service_id: part for part in AccessFile.objects.filter(request=found).defer("pdf", "json")}
    there = set(AccessFile.objects.filter(request=found, pdf__isnull=False).values_list("service_id", flat=True))
    mine = [
        (service, parts.get(service.pk), service.pk in there)
        for service in team_services(user).order_by("name")
        if service.pk == found.service_id or queries.knows_person(service, found)
    ]
    card = queries.visible_cards(user, [found]).get(found.card_id)
    context = {
        "found": found,
        "card": card,
        "mine": mine,
        "may_close": any(one.pk == found.service_id for one, _p, _t in mine),
    }
    return render(request, "rights/access.html", context)


@require_POST
def order(request: HttpRequest, pk: int, service: int) -> HttpResponse:
    user = acting_user(request)
    found = get_object_or_404(queries.access_requests(user), pk=pk)
    answering = get_object_or_404(team_services(user), pk=service)
    requests.order_part(request=found, service=answering, by=user)
    say(request, _("Il documento si sta componendo: torni tra poco."))
    return redirect("rights:access_request", found.pk)


@require_safe
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    user = acting_user(request)
    part = get_object_or_404(AccessFile.objects.select_related("service"), pk=pk)
    try:
        content = requests.take(part=part, form=form, by=user)
    except ValidationError:
        raise Http404 from None
    kind = {"pdf": "application/pdf", "json": "application/json"}[form]
    name = f"accesso-{part.request_id}-{part.service.slug}.{form}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    user = acting_user(request)
    requests.close(request=get_object_or_404(queries.access_requests(user), pk=pk), by=user)
    say(request, _("La richiesta è conclusa."))
    return redirect("rights:work")


def correction(request: HttpRequest, pk: int) -> HttpResponse:
    user = acting_user(request)
    found = get_object_or_404(queries.corrections(user), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        try:
            if "approve" in request.POST:
                corrections.approve(correction=found, by=user)
                say(request, _("La scheda è corretta."))
                return redirect("rights:work")
            if form.is_valid():
                corrections.refuse(correction=found, by=user, answer=form.cleaned_data["reason"])
                say(request, _("La rettifica è respinta, con il motivo."))
                return redirect("rights:work")
        except ValidationError as refusal:
            show_refusal(form, refusal)
    now = _current(found)
    context = {
        "found": found, "label": field_label(found.field), "now": now, "form": form,
        "may_decide": rules.may_decide_correction(user, found) and found.status == Correction.Status.OPEN,
    }  # fmt: skip
    return render(request, "rights/correction.html", context)


def _current(found: Correction) -> str:
    if found.field == corrections.BIRTH_DATE:
        return found.card.born.display() if found.card.born else ""
    return str(getattr(found.card, found.field))


def disposal(request: HttpRequest, pk: int) -> HttpResponse:
    user = acting_user(request)
    found = get_object_or_404(queries.disposals(user), pk=pk)
    refuse_form: Form = ReasonForm(request.POST if "refuse" in request.POST else None)
    permit_form: Form = PermitForm(request.POST if "authorise" in request.POST else None)
    if request.method == "POST":
        form = permit_form if "authorise" in request.POST else refuse_form
        try:
            if form.is_valid() and form is permit_form:
                disposals.authorise(disposal=found, by=user, permit=form.cleaned_data["permit"])
                say(request, _("La cancellazione è autorizzata e si sta eseguendo."))
                return redirect("rights:work")
            if form.is_valid():
                disposals.refuse(disposal=found, by=user, answer=form.cleaned_data["reason"])
                say(request, _("La cancellazione è respinta: i dati restano."))
                return redirect("rights:work")
        except ValidationError as refusal:
            show_refusal(form, refusal)
    context = {
        "found": found,
        "card": queries.visible_cards(user, [found]).get(found.card_id),
        "going": _named(found.planned),
        "staying": _staying(),
        "term": retention.term_for(found.service, found.record_class),
        "may_decide": rules.may_authorise(user, found) and found.status == Disposal.Status.PROPOSED,
        "refuse_form": refuse_form,
        "permit_form": permit_form,
    }
    return render(request, "rights/disposal.html", context)


def _named(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Tables by the words of their rooms, with how many rows."""
    names = {one.model._meta.label_lower: one.name for one in holdings.all_of_them()}
    return [(capfirst(str(names[label])), count) for label, count in counts.items() if label in names]


def _staying() -> list[tuple[str, str]]:
    staying: dict[str, list[str]] = {}
    for one in holdings.all_of_them():
        if one.stays:
            staying.setdefault(str(one.stays), []).append(one.name)
    return [(capfirst(", ".join(names)), why) for why, names in staying.items()]
