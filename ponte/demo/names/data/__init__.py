# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The lists of names, one module for each community of language; the grammar is that of `pools.parse`."""
