# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept encrypted, so that whoever has the database or the disk alone reads nothing of it.

`keys` is the ring of keys from the environment, `fields` the field of a model, `files` encrypted files.
"""
