# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cards that may be of one person, and people who decide.

Whoever finds such cards (an import, the whole registry compared, somebody at intake) proposes them with
`actions.propose`; people answer, and an answer that counts becomes a decision in `ponte.people.identity`.
"""
