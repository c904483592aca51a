# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file is what its content is. Whatever else it claims or hides, whoever brings it reads one clear sentence."""

import pytest
from django.core.exceptions import ValidationError

from ponte.people.attachments.actions import tidy_name
from ponte.people.attachments.content import LARGEST, kind_of
from tests.people.attachments import samples

OTHER = "Questo tipo di file non si può allegare. Vanno bene PDF, foto, testi, fogli e presentazioni."

LYING = "Il file non è quello che dice il nome: il nome è «%s», il contenuto è .jpg."
MACROS = "Il documento contiene macro o programmi: lo salvi senza, e lo alleghi."


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("permesso.pdf", samples.PDF, "application/pdf"),
        ("IMG_0001.JPG", samples.JPEG, "image/jpeg"),
        ("schermata.png", samples.png(), "image/png"),
        ("foto.webp", samples.WEBP, "image/webp"),
        ("IMG_2.HEIC", samples.HEIC, "image/heif"),
        ("note.txt", samples.TEXT, "text/plain"),
        ("elenco.csv", b"\xef\xbb\xbfnome;ora\r\n", "text/plain"),
        ("lettera.docx", samples.word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("conti.xlsx", samples.excel(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("lettera.odt", samples.open_text(), "application/vnd.oasis.opendocument.text"),
    ],
)
def test_what_a_desk_needs_is_taken(name: str, content: bytes, media_type: str) -> None:
    assert kind_of(content, name).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vuoto.pdf", b"", "Il file è vuoto."),
        ("grande.txt", b"a" * (LARGEST + 1), "Il file è troppo grande: al più 15 MB."),
        ("fattura.pdf", samples.EXECUTABLE, OTHER),
        ("pagina.txt", samples.PAGE, OTHER),
        ("disegno.txt", samples.DRAWING, OTHER),
        ("foto.png", samples.png(60_000, 60_000), OTHER),
        ("archivio.zip", samples.archive(a=b"b"), OTHER),
        ("rotto.docx", samples.word()[:-40], OTHER),
        ("binario.txt", bytes(range(256)), OTHER),
        (
            "foto.pdf",
            samples.JPEG,
            LYING % "foto.pdf",
        ),
        (
            "foto.exe",
            samples.JPEG,
            LYING % "foto.exe",
        ),
        (
            "lettera.docx",
            samples.with_macro(),
            MACROS,
        ),
        ("lettera.docx", samples.bomb(), "Il file, aperto, sarebbe enorme: non si può allegare."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_nobody_should_open_is_refused(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        kind_of(content, name)
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Documenti\\permesso.pdf", "permesso.pdf"),
        ("رخصة الإقامة.pdf", "رخصة الإقامة.pdf"),
        ("居留许可.pdf", "居留许可.pdf"),
        ("Посвідка\u202egpj.pdf", "Посвідка gpj.pdf"),
        ("a\x00b\nc.pdf", "a b c.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("...", "senza nome"),
    ],
)
def test_a_name_of_any_script_is_kept_and_no_trick_is(given: str, kept: str) -> None:
    assert tidy_name(given) == kept
