# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ponte.platform.ui.gallery import samples

SECTIONS = ("words", "actions", "layout", "data", "forms")


def gallery(request: HttpRequest) -> HttpResponse:
    initial = {"sex": "F", "channels": ["phone"], "languages": ["Milano", "Rozzano"], "city": "Melzo"}
    context = {
        "sections": [f"ui/gallery/{section}.html" for section in SECTIONS],
        "people": samples.PEOPLE,
        "form": samples.SampleForm(initial=initial, prefix="new"),
        "wrong": samples.SampleForm({"wrong-born": "31/02/2020", "wrong-minutes": "-5"}, prefix="wrong"),
        "filter": samples.SampleFilter(request.GET or None),
        "page": Paginator(range(2340), 50).page(7),
        "cities": [(city, city) for city in samples.CITIES],
        "chart": samples.CHART,
        "text": samples.TEXT,
        "nothing": None,
    }
    return render(request, "ui/gallery/gallery.html", context)
