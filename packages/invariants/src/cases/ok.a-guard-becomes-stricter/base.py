def read(name):
    if ".." in name and name.endswith("/"):
        raise ValueError(name)
    return load(name)
