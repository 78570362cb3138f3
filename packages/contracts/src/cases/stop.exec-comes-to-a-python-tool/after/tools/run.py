def run(name):
    exec(open(name).read())
