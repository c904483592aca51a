# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html")


def search(request: HttpRequest) -> HttpResponse:
    """Look for a person: what whoever presses "/" wants nine times out of ten."""
    try:
        address = reverse("people:list")
    except NoReverseMatch:
        return redirect("home")
    return redirect(f"{address}?{urlencode({'q': request.GET.get('q', '')})}")
