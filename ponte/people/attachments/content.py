# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a file is, told from its content; its name must agree. Refusals are sentences for whoever brought it."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import puremagic
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST = 15 * 1024 * 1024
# Unpacked, an office document is rarely ten times its size; one that would fill a colleague's memory is a trap.
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 5000
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class Kind:
    media_type: str
    suffixes: tuple[str, ...]


PDF = Kind("application/pdf", (".pdf",))
TEXT = Kind("text/plain", (".txt", ".csv", ".md"))
IMAGES = (
    Kind("image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif")),
    Kind("image/png", (".png",)),
    Kind("image/webp", (".webp",)),
    Kind("image/heif", (".heic", ".heif")),
    Kind("image/gif", (".gif",)),
)
DOCUMENTS = (
    Kind(_OOXML + "wordprocessingml.document", (".docx",)),
    Kind(_OOXML + "spreadsheetml.sheet", (".xlsx",)),
    Kind(_OOXML + "presentationml.presentation", (".pptx",)),
    Kind(_ODF + "text", (".odt",)),
    Kind(_ODF + "spreadsheet", (".ods",)),
    Kind(_ODF + "presentation", (".odp",)),
)
ALLOWED = (PDF, *IMAGES, *DOCUMENTS, TEXT)
# The part that makes an archive of Microsoft's what it is.
_MAIN_PART: Mapping[str, Kind] = dict(
    zip(("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"), DOCUMENTS, strict=False)
)
_MARKUP = (b"<!doctype html", b"<html", b"<script", b"<?xml", b"<svg", b"%!ps", b"#!")


def kind_of(content: bytes, name: str) -> Kind:
    """Raises `ValidationError` with one sentence where the file is not one that is kept."""
    if not content:
        raise ValidationError(_("Il file è vuoto."))
    if len(content) > LARGEST:
        raise ValidationError(too_large())
    kind = _archive(content) if content.startswith(b"PK\x03\x04") else _plain(content)
    if kind is None:
        raise ValidationError(
            _("Questo tipo di file non si può allegare. Vanno bene PDF, foto, testi, fogli e presentazioni.")
        )
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in kind.suffixes:
        raise ValidationError(
            _("Il file non è quello che dice il nome: il nome è «%(name)s», il contenuto è %(kind)s.")
            % {"name": name, "kind": kind.suffixes[0]}
        )
    return kind


def too_large() -> str:
    return _("Il file è troppo grande: al più 15 MB.")


def _plain(content: bytes) -> Kind | None:
    try:
        told = {match.mime_type for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        told = set()
    for kind in (PDF, *IMAGES):
        if kind.media_type in told:
            return kind if not _is_trap(kind, content) else None
    return TEXT if _is_text(content) else None


def _is_text(content: bytes) -> bool:
    """Readable text in UTF-8, and not markup that a browser or a printer would run."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower().startswith(_MARKUP):
        return False
    return all(character >= " " or character in "\t\n\r\f" for character in text)


def _is_trap(kind: Kind, content: bytes) -> bool:
    """A picture that is small as a file and fills the memory when it is shown (PNG says its size up front)."""
    if kind.media_type != "image/png":
        return False
    width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    return not 0 < width * height <= 200_000_000


def _archive(content: bytes) -> Kind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise ValidationError(_("Il file, aperto, sarebbe enorme: non si può allegare."))
            names = {part.filename for part in parts}
            if any(name.lower().endswith(("vbaproject.bin", ".exe", ".js")) for name in names) or any(
                name.startswith(("Basic/", "Scripts/")) for name in names
            ):
                raise ValidationError(_("Il documento contiene macro o programmi: lo salvi senza, e lo alleghi."))
            if "[Content_Types].xml" in names:
                return next((kind for part, kind in _MAIN_PART.items() if part in names), None)
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                told = archive.read("mimetype").decode("ascii", "replace").strip()
                return next((kind for kind in DOCUMENTS if kind.media_type == told), None)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return None
    return None
