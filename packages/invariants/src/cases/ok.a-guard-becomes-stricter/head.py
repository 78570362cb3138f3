def read(name):
    if ".." in name:
        raise ValueError(name)
    return load(name)
