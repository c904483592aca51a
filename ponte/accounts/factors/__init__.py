# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Second factors: codes of an app, passkeys and security keys, recovery codes; and who must have one."""
