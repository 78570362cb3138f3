def login(user, password):
    if not check(user, password):
        return None
    return session_for(user)
