# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import click

from ponte.cli.installation import open_installation, say, set_up_django
from ponte.cli.sheets import Bar


@click.command("demo")
@click.option(
    "--people",
    type=click.IntRange(min=0),
    default=5000,
    show_default=True,
    help="So many generated people beside the report's.",
)
@click.option("--seed", type=int, default=2021, show_default=True, help="The same seed gives the same people.")
@click.option("--if-empty", is_flag=True, help="Do nothing, without complaint, where there is data already.")
@click.option("--password", default=None, help="Of every example user, instead of the well-known one.")
def command(people: int, seed: int, if_empty: bool, password: str | None) -> None:
    """Fill an empty installation with the example network and fictional people."""
    set_up_django("owner")
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import translation

    from ponte.demo import fill, users
    from ponte.platform.database.setup import migrate, unapplied_migrations

    password = password or users.PASSWORD
    try:
        with translation.override("en"):
            validate_password(password)
    except ValidationError as problem:
        raise click.BadParameter(" ".join(problem.messages), param_hint="--password") from problem
    open_installation("owner")
    if unapplied_migrations():
        say("Making the tables")
        migrate()
    if if_empty and not fill.is_empty():
        say("There is data already: nothing was changed.")
        return
    try:
        with Bar() as bar:
            fill.fill(fill.Order(people=people, seed=seed, password=password, progress=bar.show), say)
    except fill.NotEmptyError as problem:
        raise click.ClickException(str(problem)) from problem
    say("The example is ready.")
    click.echo("Sign in as:")
    for role, place, email, _ in users.sign_ins(password):
        click.echo(f"{email:<42} {role:<36} {place}")
    click.echo(f"password: {password}")
