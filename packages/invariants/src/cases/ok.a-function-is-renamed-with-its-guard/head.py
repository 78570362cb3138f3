def lookup(name):
    if not name:
        raise KeyError(name)
    return table[name]
