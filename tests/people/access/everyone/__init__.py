# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Random networks, in which what each user is given is compared with a plain model of the rules."""
