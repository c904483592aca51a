# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.platform.ui.gallery.views import gallery

urlpatterns = [path("componenti/", gallery, name="components")]
