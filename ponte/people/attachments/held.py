# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What attachments hold on a person: told with their names, erased with their files."""

from functools import partial

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from ponte.people.attachments.models import Attachment, AttachmentRemoval
from ponte.people.rights.holdings import Holding, Scope, add, of_card
from ponte.platform.vault import files


def _erase(scope: Scope) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT attachments_erase(%s)", [scope.disposal])
        names = [name for (name,) in cursor.fetchall()]
    for name in names:
        transaction.on_commit(partial(files.remove, name))
    return len(names)


def _with_the_attachment(scope: Scope) -> int:
    return 0


def tell() -> None:
    add(
        Holding(
            Attachment,
            of_card(Attachment, service="service"),
            erase=_erase,
            partly=_("i file si consegnano a parte, dalla scheda"),
            hidden=frozenset({"file"}),
        ),
        Holding(
            AttachmentRemoval,
            of_card(AttachmentRemoval, path="attachment__card", service="attachment__service"),
            erase=_with_the_attachment,
        ),
    )
