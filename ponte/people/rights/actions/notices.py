# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The privacy notice: published in versions, translated, given to people."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.models import Card
from ponte.people.rights import rules
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.models import NoticeGiven, NoticeText, NoticeVersion
from ponte.platform.audit import actions as audit


@transaction.atomic
def publish(
    *, name: str, valid_from: dt.date, texts: Mapping[str, str], by: User | None, changes: str = ""
) -> NoticeVersion:
    """`texts` by ISO 639-3 code. `by` is None where the installation itself brings a text."""
    if by is not None and not rules.may_describe(by):
        raise PermissionDenied
    written = {language: text.strip() for language, text in texts.items() if text.strip()}
    if not written:
        raise ValidationError(_("Serve il testo almeno in una lingua."))
    version = NoticeVersion(name=name, valid_from=valid_from, changes=changes, published_by=by)
    stored(version)
    NoticeText.objects.bulk_create(
        NoticeText(version=version, language=language, text=text, added_by=by) for language, text in written.items()
    )
    audit.record(
        "rights.publish_notice", version, by=by, after={"name": name, "languages": ",".join(sorted(written))}
    )
    return version


@transaction.atomic
def translate(*, version: NoticeVersion, language: str, text: str, by: User | None) -> NoticeText:
    if by is not None and not rules.may_describe(by):
        raise PermissionDenied
    added = NoticeText(version=version, language=language, text=text.strip(), added_by=by)
    stored(added)
    audit.record("rights.translate_notice", version, by=by, after={"language": language})
    return added


@transaction.atomic
def give(
    *, card: Card, version: NoticeVersion, language: str, service: Service, channel: str, on: dt.date, by: User
) -> NoticeGiven:
    """The person was given this version, in this language."""
    if not rules.speaks_for(by, card, service):
        raise PermissionDenied
    if on > timezone.localdate():
        raise ValidationError({"on": _("Il giorno non è ancora arrivato.")})
    given = NoticeGiven(card=card, version=version, language=language, service=service, channel=channel, on=on, by=by)
    stored(given)
    audit.record(
        "rights.give_notice",
        given,
        by=by,
        after={"card": card.pk, "version": version.name, "language": language, "on": on},
    )
    return given
