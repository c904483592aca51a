# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tags of the component library, loaded in every template."""

from django import template

from ponte.platform.ui.components import actions, data, forms, layout, text

register = template.Library()
for module in (actions, data, forms, layout, text):
    register.tags.update(module.register.tags)
    register.filters.update(module.register.filters)
