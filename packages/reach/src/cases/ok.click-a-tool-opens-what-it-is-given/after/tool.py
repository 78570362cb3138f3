import click


@click.command()
@click.argument("path")
def count(path):
    with open(path) as handle:
        click.echo(len(handle.readlines()))
