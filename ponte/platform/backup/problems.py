# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2


class BackupError(Exception):
    """A copy cannot be written, read or restored; the message is one sentence for whoever asked for it."""
