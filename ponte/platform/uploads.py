# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that come with a form: kept in memory, never in plain on a disk, where the view asks for that."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])
ENVELOPE = 1024 * 1024  # what a form may hold beside its file


def takes_files(largest: int) -> Callable[[View], View]:
    """For a view whose files, up to so many bytes, must not touch the disk; larger ones are not kept at all."""

    def mark(view: View) -> View:
        view.largest_upload = largest  # type: ignore[attr-defined]
        return view

    return mark


def was_too_large(request: HttpRequest) -> bool:
    return bool(request.META.get("ponte.upload_too_large"))


class InMemory(MemoryFileUploadHandler):
    """Takes over where the view is marked with `takes_files`, and refuses what is larger than it says."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None  # noqa: N803
    ) -> None:  # fmt: skip
        largest = self._largest()
        self.refused = largest is not None and content_length > largest + ENVELOPE
        self.activated = largest is not None
        if self.refused and self.request is not None:
            self.request.META["ponte.upload_too_large"] = True

    def new_file(self, *args: Any, **options: Any) -> None:
        if self.refused:
            raise SkipFile
        super().new_file(*args, **options)

    def _largest(self) -> int | None:
        match = self.request.resolver_match if self.request is not None else None
        return getattr(match.func, "largest_upload", None) if match else None
