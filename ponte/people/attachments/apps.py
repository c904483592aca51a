# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "ponte.people.attachments"
    label = "attachments"
    verbose_name = "Allegati"

    def ready(self) -> None:
        from ponte.people.attachments import held

        held.tell()
