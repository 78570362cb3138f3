def login(name, password):
    return None
