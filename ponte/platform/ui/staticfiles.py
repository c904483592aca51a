# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """File names carry the hash of their contents, so that browsers keep them for ever.

    Not strict: Bootstrap Italia's own sheets name source maps that are not shipped.
    """

    manifest_strict = False
