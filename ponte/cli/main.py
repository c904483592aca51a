# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finds the verb, and turns a refusal into one sentence."""

import importlib
import pkgutil
from collections.abc import Sequence
from types import ModuleType

import click

from ponte.cli import verbs


class Verbs(click.Group):
    """Loads a verb's file only when it is asked for, so that `ponte --help` is quick.

    A verb that is a word of Python's has an underscore after its module's name.
    """

    package: ModuleType = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = self._modules().get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(f"{self.package.__name__}.{module}").command
        return command

    def _modules(self) -> dict[str, str]:
        return {module.name.rstrip("_"): module.name for module in pkgutil.iter_modules(self.package.__path__)}

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Exception as problem:
            sentence = refusal(problem)
            if sentence is None:
                raise
            raise click.ClickException(sentence) from problem


def refusal(problem: Exception) -> str | None:
    """The sentence for what an administrator can put right; none for what is a mistake of ours."""
    import psycopg
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DataError, OperationalError

    if isinstance(problem, ImproperlyConfigured):
        return str(problem)
    if isinstance(problem, OperationalError | DataError | psycopg.OperationalError):
        return f"The database cannot be used: {' '.join(str(problem).split())}"
    return None


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ponte", prog_name="ponte")
def main() -> None:
    """The system of a territorial network of services."""


__all__: Sequence[str] = ("main",)
