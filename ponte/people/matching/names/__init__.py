# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is known of people's names: how they are split into words, how each script sounds in Latin letters, which
spellings are one name, and how alike two whole names are.

A name passes through the modules in this order: `words` (what counts as a word), `scripts` (Latin spellings of a
word of any script), `sounds` (what a spelling sounds like, coarsely), `tokens` (all of it, once per word), and
`comparing` (two names, order-free).
"""
