# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where coordinators describe the network. Whoever may not change a thing does not find its form."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ponte.accounts.models import User
from ponte.network import actions, queries, rules
from ponte.network.forms import layout
from ponte.network.forms.editing import DistrictForm, OrganisationForm, ProjectForm, ServiceForm
from ponte.network.forms.lines import LineList, project_lists, service_lists
from ponte.network.models import Area, Organisation, Project, Service

Write = Callable[[dict[str, Any], dict[str, list[dict[str, Any]]]], Any]
form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def new_organisation(request: HttpRequest) -> HttpResponse:
    user = _adding(request)
    form = OrganisationForm(_sent(request))
    return _answer(
        request,
        form,
        layout.ORGANISATION,
        title=_("Nuovo ente"),
        back=reverse("network:organisations"),
        write=lambda values, lines: actions.create_organisation(values=values, by=user),
    )


@form_page
def change_organisation(request: HttpRequest, slug: str) -> HttpResponse:
    user, organisation = _found(request, queries.organisations_changeable_by, slug)
    form = OrganisationForm(_sent(request), instance=organisation)
    return _answer(
        request,
        form,
        layout.ORGANISATION,
        title=organisation.name,
        back=reverse("network:organisation", args=[slug]),
        write=lambda values, lines: actions.change_organisation(organisation=organisation, values=values, by=user),
    )


@form_page
def new_service(request: HttpRequest) -> HttpResponse:
    user = _adding(request)
    form = ServiceForm(_sent(request), by=user)
    return _answer(
        request,
        form,
        layout.SERVICE,
        lists=service_lists(None, _sent(request)),
        title=_("Nuovo servizio"),
        back=reverse("network:services"),
        write=lambda values, lines: actions.create_service(values=values, lines=lines, by=user),
    )


@form_page
def change_service(request: HttpRequest, slug: str) -> HttpResponse:
    user, service = _found(request, queries.services_changeable_by, slug)
    lists = service_lists(service, _sent(request))
    return _answer(
        request,
        ServiceForm(_sent(request), instance=service, by=user),
        layout.SERVICE,
        lists=lists,
        title=service.name,
        back=reverse("network:service", args=[slug]),
        write=lambda values, lines: actions.change_service(service=service, values=values, lines=lines, by=user),
    )


@form_page
def new_project(request: HttpRequest) -> HttpResponse:
    user = _adding(request)
    form = ProjectForm(_sent(request), by=user)
    return _answer(
        request,
        form,
        layout.PROJECT,
        lists=project_lists(None, _sent(request)),
        title=_("Nuovo progetto"),
        back=reverse("network:projects"),
        write=lambda values, lines: actions.create_project(values=values, lines=lines, by=user),
    )


@form_page
def change_project(request: HttpRequest, slug: str) -> HttpResponse:
    user, project = _found(request, queries.projects_changeable_by, slug)
    lists = project_lists(project, _sent(request))
    return _answer(
        request,
        ProjectForm(_sent(request), instance=project, by=user),
        layout.PROJECT,
        lists=lists,
        title=project.name,
        back=reverse("network:project", args=[slug]),
        write=lambda values, lines: actions.change_project(project=project, values=values, lines=lines, by=user),
    )


@form_page
def new_district(request: HttpRequest) -> HttpResponse:
    user = _describing_areas(request)
    return _answer(
        request,
        DistrictForm(_sent(request)),
        layout.DISTRICT,
        title=_("Nuovo ambito"),
        back=reverse("network:areas"),
        write=lambda values, lines: actions.create_district(values=values, by=user),
    )


@form_page
def change_district(request: HttpRequest, slug: str) -> HttpResponse:
    user = _describing_areas(request)
    district = get_object_or_404(Area, slug=slug, kind=Area.Kind.DISTRICT)
    return _answer(
        request,
        DistrictForm(_sent(request), instance=district),
        layout.DISTRICT,
        title=district.name,
        back=reverse("network:area", args=[slug]),
        write=lambda values, lines: actions.change_district(district=district, values=values, by=user),
    )


def _answer(
    request: HttpRequest,
    form: "forms.ModelForm[Any]",
    sections: layout.Sections,
    *,
    title: str,
    back: str,
    write: Write,
    lists: Sequence[LineList] = (),
) -> HttpResponse:
    """Show the form; once it is sent and complete, write it and show the page of what it describes."""
    if request.method == "POST":
        valid = [form.is_valid(), *(line_list.formset.is_valid() for line_list in lists)]
        if all(valid):
            written = write(form.cleaned_data, {item.name: item.formset.values() for item in lists})
            messages.success(request, _("Salvato."))
            return redirect(_page_of(written) if written is not None else back)
    context = {
        "form": form,
        "sections": layout.laid_out(form, sections),
        "lists": lists,
        "title": title,
        "back": back,
    }
    return render(request, "network/edit.html", context)


def _page_of(written: Organisation | Service | Project | Area) -> str:
    return reverse(f"network:{written._meta.model_name}", args=[written.slug])


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _adding(request: HttpRequest) -> User:
    user = _user(request)
    if not rules.can_add_to_network(user):
        raise PermissionDenied
    return user


def _describing_areas(request: HttpRequest) -> User:
    user = _user(request)
    if not rules.can_describe_areas(user):
        raise PermissionDenied
    return user


def _found(request: HttpRequest, changeable_by: Callable[[User], QuerySet[Any]], slug: str) -> tuple[User, Any]:
    user = _user(request)
    return user, get_object_or_404(changeable_by(user), slug=slug)
