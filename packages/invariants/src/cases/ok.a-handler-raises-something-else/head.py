def load(path):
    try:
        return read(path)
    except Exception as error:
        raise LoadError(path) from error
