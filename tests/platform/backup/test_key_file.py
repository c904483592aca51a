# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The key that opens a backup is in its file whole, or there is no file."""

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from ponte.platform.backup import age
from ponte.platform.backup.problems import BackupError


@pytest.fixture
def _no_room() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("_no_room")
def test_a_key_for_which_there_is_no_room_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """Half a key looks like one until the day on which it must open something."""
    with pytest.raises(BackupError, match="The key cannot be kept in"):
        age.write_identity(tmp_path / "ponte.key", age.new_identity())
    assert list(tmp_path.iterdir()) == []
