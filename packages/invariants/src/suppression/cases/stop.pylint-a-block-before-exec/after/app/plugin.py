def run(source, scope):
    # pylint: disable=exec-used
    exec(source, scope)
