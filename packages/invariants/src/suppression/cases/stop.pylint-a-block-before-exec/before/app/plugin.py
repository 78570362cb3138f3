def run(source, scope):
    exec(source, scope)
