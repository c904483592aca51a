# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is stored comes back as it was or not at all, and reads as noise on the disk."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from ponte.platform.vault import files, keys

FIRST, SECOND = keys.new_key(), keys.new_key()


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setenv("PONTE_FIELD_KEYS", FIRST)
    return tmp_path / "media"


@pytest.mark.parametrize("length", [0, 1, files.BLOCK - 1, files.BLOCK, files.BLOCK + 1, 3 * files.BLOCK])
def test_a_file_of_any_length_comes_back(length: int) -> None:
    name, content = uuid.uuid4(), bytes(range(256)) * (length // 256 + 1)
    assert files.store([content[: length // 2], content[length // 2 : length]], name=name) == length
    assert b"".join(files.read(name)) == content[:length]
    assert list(files.stored_names()) == [name]


def broken(content: bytes) -> Iterator[bytes]:
    """What may happen to a file of three blocks."""
    block = files.BLOCK + files.TAG
    head, one, two, three = content[: files.HEAD], *(content[files.HEAD + block * n :][:block] for n in range(3))
    yield head + two + one + three
    yield head + one + two
    yield head + one + three
    yield content[:-1]
    yield content + b"x"
    yield content[: files.HEAD - 1]
    yield b"PONTE0" + content[6:]
    yield content[:100] + bytes([content[100] ^ 1]) + content[101:]


def test_blocks_that_were_swapped_cut_or_altered_are_noticed() -> None:
    name = uuid.uuid4()
    files.store([b"x" * (3 * files.BLOCK)], name=name)
    whole = files.place_of(name).read_bytes()
    for content in broken(whole):
        files.place_of(name).write_bytes(content)
        with pytest.raises(files.BrokenFileError):
            b"".join(files.read(name))


def test_one_file_cannot_be_put_in_the_place_of_another() -> None:
    mine, other = uuid.uuid4(), uuid.uuid4()
    files.store([b"mine"], name=mine)
    files.store([b"other"], name=other)
    files.place_of(mine).write_bytes(files.place_of(other).read_bytes())
    with pytest.raises(files.BrokenFileError):
        b"".join(files.read(mine))


def test_a_failure_while_writing_leaves_nothing(media: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"x" * files.BLOCK * 2
        raise OSError("the network is gone")

    with pytest.raises(OSError, match="the network is gone"):
        files.store(failing(), name=uuid.uuid4())
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_a_new_key_takes_over_and_the_old_one_is_missed_only_until_then(monkeypatch: pytest.MonkeyPatch) -> None:
    name = uuid.uuid4()
    files.store([b"content"], name=name)
    monkeypatch.setenv("PONTE_FIELD_KEYS", f"{SECOND},{FIRST}")
    assert b"".join(files.read(name)) == b"content"
    assert files.encrypt_again(name) is True
    assert files.encrypt_again(name) is False
    monkeypatch.setenv("PONTE_FIELD_KEYS", SECOND)
    assert b"".join(files.read(name)) == b"content"
    monkeypatch.setenv("PONTE_FIELD_KEYS", FIRST)
    with pytest.raises(keys.UnknownKeyError, match=r"is not in PONTE_FIELD_KEYS\."):
        b"".join(files.read(name))


def test_keys_come_from_a_file_as_well_and_wrong_ones_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    listed = tmp_path / "keys"
    listed.write_text(f"{SECOND}\n{FIRST}\n")
    monkeypatch.setenv("PONTE_FIELD_KEYS_FILE", str(listed))
    assert [len(key.secret) for key in keys.ring().keys] == [32, 32]
    monkeypatch.delenv("PONTE_FIELD_KEYS_FILE")
    for wrong in ("short", "ü", FIRST + "AAAA"):
        monkeypatch.setenv("PONTE_FIELD_KEYS", wrong)
        with pytest.raises(ImproperlyConfigured, match="is not 32 bytes in URL-safe base64"):
            keys.ring()


def test_real_data_is_never_encrypted_with_a_key_that_everybody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PONTE_FIELD_KEYS")
    assert keys.ring().newest.secret == keys.DEVELOPMENT
    monkeypatch.setenv("PONTE_PRODUCTION", "1")
    with pytest.raises(ImproperlyConfigured, match="PONTE_FIELD_KEYS is missing"):
        keys.ring()
