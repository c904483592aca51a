# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
application = get_wsgi_application()

from ponte.people.matching.names.han import mandarin  # noqa: E402 - what it belongs to is set up above

mandarin()

# What the application itself consists of is never garbage: without this it is looked through again and again
# while pages are rendered, and requests wait.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
