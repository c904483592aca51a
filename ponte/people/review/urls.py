# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.people import urls as people  # noqa: F401 - registers the converter of card codes
from ponte.people.review.views import bulk, merge, overruled, quality, queue, split

app_name = "review"
urlpatterns = [
    path("persone/duplicati/", queue.first, name="queue"),
    path("persone/duplicati/<int:pk>/", queue.one, name="pair"),
    path("persone/duplicati/<int:pk>/annulla/", queue.take_back, name="take_back"),
    path("persone/duplicati/in-attesa/", queue.waiting, name="waiting"),
    path("persone/duplicati/superate/", overruled.overruled, name="overruled"),
    path("persone/duplicati/superate/<int:pk>/togli/", overruled.drop, name="drop"),
    path("persone/duplicati/certe/", bulk.certain, name="certain"),
    path("persone/duplicati/certe/<uuid:batch>/", bulk.done, name="bulk_done"),
    path("persone/duplicati/certe/<uuid:batch>/annulla/", bulk.undo, name="bulk_undo"),
    path("persone/qualita/", quality.quality, name="quality"),
    path("persone/<card_code:code>/unisci/", merge.merge, name="merge"),
    path("persone/<card_code:code>/unioni/<int:pk>/annulla/", merge.part, name="part"),
    path("persone/<card_code:code>/dividi/", split.split, name="split"),
]
