# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Adding a file to a card and taking it away. The audit trail says that, and neither its name nor its content."""

import unicodedata
from pathlib import PurePosixPath

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments import content as contents
from ponte.people.attachments import rules
from ponte.people.attachments.models import LONGEST_NAME, Attachment, AttachmentRemoval
from ponte.people.models import Card
from ponte.platform.audit import actions as audit
from ponte.platform.vault import files


@transaction.atomic
def add_attachment(
    *, card: Card, service: Service, name: str, content: bytes, by: User, note: str = "", for_all: bool = False
) -> Attachment:
    """Keep a file with the card, for the team of `service` or for all who follow the person.

    The file is on the disk before its row is: what fails in between leaves a file without a row, which nobody can
    read and the nightly tidying removes. Raises `ValidationError` and `PermissionDenied`.
    """
    if not rules.may_add(by, card, service) or (for_all and not rules.may_be_for_all(card, service)):
        raise PermissionDenied
    name = tidy_name(name)
    kind = contents.kind_of(content, name)
    attachment = Attachment(
        card=card, service=service, name=name, media_type=kind.media_type, size=len(content), note=note,
        for_all=for_all, added_by=by,
    )  # fmt: skip
    attachment.full_clean(exclude=["card", "service", "added_by"], validate_constraints=False)
    try:
        files.store([content], name=attachment.file)
    except OSError as problem:
        raise ValidationError(
            _("Il file non si è potuto conservare: manca spazio sul disco. Lo dica a chi gestisce il sistema.")
        ) from problem
    try:
        attachment.save(force_insert=True)
        audit.record("attachments.add_attachment", card, by=by, after=_told(attachment))
    except BaseException:
        files.remove(attachment.file)
        raise
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: Attachment, reason: str, by: User) -> AttachmentRemoval:
    """Take a file away. Its row and the reason stay; the file itself goes once this is committed."""
    from ponte.people.attachments.tasks import remove_file

    if not rules.may_remove(by, attachment):
        raise PermissionDenied
    removal = AttachmentRemoval(attachment=attachment, reason=reason.strip(), removed_by=by)
    removal.full_clean(exclude=["attachment", "removed_by"])
    removal.save(force_insert=True)
    audit.record("attachments.remove_attachment", attachment.card, by=by, before=_told(attachment))
    remove_file.defer(attachment_id=attachment.pk)
    return removal


def tidy_name(name: str) -> str:
    """The name of the file alone, in any script, without signs that nobody sees or that turn the writing around.

    A name that is too long keeps its beginning and its suffix.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    name = " ".join("".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in name).split()).strip(". ")
    suffix = PurePosixPath(name).suffix[:10]
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - len(suffix)] + suffix
    return name or _("senza nome")


def _told(attachment: Attachment) -> dict[str, object]:
    return {
        "attachment": attachment.pk,
        "service": attachment.service_id,
        "media_type": attachment.media_type,
        "size": attachment.size,
        "for_all": attachment.for_all,
    }
