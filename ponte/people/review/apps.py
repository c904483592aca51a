# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "ponte.people.review"
    label = "review"
    verbose_name = "Duplicati"
