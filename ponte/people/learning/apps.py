# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "ponte.people.learning"
    label = "learning"
    verbose_name = "Pesi del riconoscimento"

    def ready(self) -> None:
        from ponte.people.learning import held

        held.tell()
