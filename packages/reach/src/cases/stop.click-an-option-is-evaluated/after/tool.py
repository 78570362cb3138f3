import click


@click.command()
@click.option("--expr")
def calc(expr):
    click.echo(eval(expr))
