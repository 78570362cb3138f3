def run(name):
    return COMMANDS[name]()
