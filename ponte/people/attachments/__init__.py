# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files on a person's card: kept encrypted, shown to whom the rules say, taken away with a reason."""
