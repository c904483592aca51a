# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from ponte.accounts.models import User


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Show the pages in another language, from now on and for this user on every machine."""
    language = request.POST.get("language", "")
    if isinstance(request.user, User) and check_for_language(language) and language != request.user.language:
        User.objects.filter(pk=request.user.pk).update(language=language)
    return set_language(request)
