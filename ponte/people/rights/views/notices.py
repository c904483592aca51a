# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The notices and purposes of the network: to be read by everyone who signs in, written by whoever describes it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ponte.people.rights import queries, rules
from ponte.people.rights.actions import agreements, notices
from ponte.people.rights.forms.telling import NoticeForm, PurposeForm, TranslationForm
from ponte.people.rights.models import NoticeVersion, Purpose
from ponte.people.views.web import acting_user, say, show_refusal
from ponte.platform import codes


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    versions = NoticeVersion.objects.prefetch_related("texts")
    rows = [(one, [(text, codes.language_name(text.language)) for text in one.texts.all()]) for one in versions]
    context = {
        "rows": rows,
        "current": queries.current_notice(),
        "purposes": Purpose.objects.select_related("service"),
        "may_write": rules.may_describe(acting_user(request)),
    }
    return render(request, "rights/notices.html", context)


@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """`?lingua=ara` shows that text; without it Italian, or the first there is."""
    version = get_object_or_404(NoticeVersion.objects.prefetch_related("texts"), pk=pk)
    texts = list(version.texts.all())
    wanted = request.GET.get("lingua", "ita")
    shown = next((text for text in texts if text.language == wanted), texts[0])
    context = {
        "version": version,
        "shown": shown,
        "languages": [(text.language, codes.language_name(text.language)) for text in texts],
        "may_write": rules.may_describe(acting_user(request)),
    }
    return render(request, "rights/notice.html", context)


def publish(request: HttpRequest) -> HttpResponse:
    user = acting_user(request)
    if not rules.may_describe(user):
        raise PermissionDenied
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        texts = {given.pop("language"): given.pop("text")}
        try:
            version = notices.publish(by=user, texts=texts, **given)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("L'informativa è pubblicata. Aggiunga le altre lingue."))
            return redirect("rights:notice", version.pk)
    return _form(request, form, _("Nuova versione dell'informativa"))


def translate(request: HttpRequest, pk: int) -> HttpResponse:
    user, version = acting_user(request), get_object_or_404(NoticeVersion, pk=pk)
    if not rules.may_describe(user):
        raise PermissionDenied
    form = TranslationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            text = notices.translate(version=version, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La traduzione è pubblicata."))
            return redirect(f"{reverse('rights:notice', args=[version.pk])}?lingua={text.language}")
    title = _("Traduzione di «%(name)s»") % {"name": version}
    return _form(request, form, title)


def purpose(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    user = acting_user(request)
    if not rules.may_describe(user):
        raise PermissionDenied
    known = get_object_or_404(Purpose, pk=pk) if pk is not None else Purpose()
    form = PurposeForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        try:
            agreements.save_purpose(purpose=known, fields=form.cleaned_data, by=user)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La finalità è salvata."))
            return redirect("rights:notices")
    title = _("Finalità: %(name)s") % {"name": known} if pk is not None else _("Nuova finalità")
    return _form(request, form, title)


def _form(request: HttpRequest, form: BaseForm, title: str) -> HttpResponse:
    return render(request, "rights/form.html", {"form": form, "back": "rights:notices", "title": title})
