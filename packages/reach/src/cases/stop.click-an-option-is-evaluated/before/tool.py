import ast

import click


@click.command()
@click.option("--expr")
def calc(expr):
    click.echo(ast.literal_eval(expr))
