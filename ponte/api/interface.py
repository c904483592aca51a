# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The interface as django-ninja serves and describes it."""

import json
import math
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as InvalidError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.parser import Parser

from ponte.api import problems, sentences
from ponte.api.authentication import TokenBearer
from ponte.api.problems import ProblemError
from ponte.people.presence import TooManyQuestionsError
from ponte.register.measures import MeasureError

LARGEST_NUMBER = 2**63


class CarefulParser(Parser):
    """JSON that the database can keep: no NUL, no half of a character, no number beyond all numbers."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != "application/json":
            raise ProblemError(415, _("Il corpo della richiesta è JSON: Content-Type: application/json."))
        try:
            body = json.loads(request.body.decode("utf-8"), parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise ProblemError(400, _("Il corpo della richiesta non è JSON.")) from None
        if not _can_be_kept(body):
            raise ProblemError(400, _("Nel corpo c'è un carattere o un numero che non si può conservare."))
        return body


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _can_be_kept(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_can_be_kept(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return all(map(_can_be_kept, value))
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, int) or abs(value) < LARGEST_NUMBER


class Interface(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """As ninja describes it, but for what problems are sent as."""
        described = super().get_openapi_schema(**options)
        for operations in described["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "application/json" in response.get("content", {}):
                        response["content"] = {problems.TYPE: response["content"]["application/json"]}
        return described


api = Interface(
    title="Ponte",
    version="1",
    description="One person, one record, for the programs of the network's organisations.",
    urls_namespace="v1",
    docs_url=None,
    auth=TokenBearer(),
    parser=CarefulParser(),
)


@api.exception_handler(ProblemError)
def _problem(request: HttpRequest, problem: ProblemError) -> HttpResponse:
    return problem.as_response()


@api.exception_handler(AuthenticationError)
def _no_token(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
    return ProblemError(401).as_response()


@api.exception_handler(InvalidError)
def _invalid(request: HttpRequest, problem: InvalidError) -> HttpResponse:
    return ProblemError(
        422, _("Alcuni valori non vanno bene."), errors=sentences.of_errors(problem.errors)
    ).as_response()


@api.exception_handler(ValidationError)
def _refused(request: HttpRequest, refusal: ValidationError) -> HttpResponse:
    return ProblemError(422, errors=sentences.of_refusal(refusal)).as_response()


@api.exception_handler(MeasureError)
def _no_such_figure(request: HttpRequest, problem: MeasureError) -> HttpResponse:
    return ProblemError(422, str(problem)).as_response()


@api.exception_handler(TooManyQuestionsError)
def _too_many(request: HttpRequest, problem: TooManyQuestionsError) -> HttpResponse:
    return ProblemError(429, str(problem), headers={"Retry-After": "600"}).as_response()


@api.exception_handler(PermissionDenied)
def _forbidden(request: HttpRequest, problem: PermissionDenied) -> HttpResponse:
    return ProblemError(403).as_response()


@api.exception_handler(Http404)
def _absent(request: HttpRequest, problem: Http404) -> HttpResponse:
    return ProblemError(404).as_response()


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, problem: HttpError) -> HttpResponse:
    # What the parser said, which ninja hides.
    said = problem.__cause__
    return (said if isinstance(said, ProblemError) else ProblemError(problem.status_code)).as_response()


ROUTERS: Sequence[tuple[str, str]] = (
    ("/services", "ponte.api.endpoints.services.router"),
    ("/people", "ponte.api.endpoints.intake.router"),
    ("/enrolments", "ponte.api.endpoints.enrolments.router"),
    ("/interventions", "ponte.api.endpoints.interventions.router"),
    ("/measures", "ponte.api.endpoints.measures.router"),
)
for prefix, place in ROUTERS:
    api.add_router(prefix, place)
