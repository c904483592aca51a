# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever is erased leaves no file behind."""

from typing import Any

from ponte.people.attachments import actions
from ponte.people.attachments.models import Attachment, AttachmentRemoval
from ponte.people.rights.actions import disposals
from ponte.platform.database.actor import acting_as
from ponte.platform.vault import files
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role


def test_files_go_with_the_person(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    user = cast.operator
    card = registered(user, cast.job_desk)
    with acting_as(user.pk):
        kept, taken = (
            actions.add_attachment(card=card, service=cast.job_desk, name="nota.txt", content=b"parola", by=user)
            for _ in range(2)
        )
        actions.remove_attachment(attachment=taken, reason="doppio", by=user)
        proposed = disposals.propose(card=card, service=cast.job_desk, ground="request", by=user)
    with acting_as(cast.coordinator.pk):
        disposals.authorise(disposal=proposed, by=cast.coordinator)
    with django_capture_on_commit_callbacks(execute=True), system_role():
        disposals.dispose(proposed)
    with system_role():
        assert not Attachment.objects.exists()
        assert not AttachmentRemoval.objects.exists()
    assert not files.place_of(kept.file).exists()
