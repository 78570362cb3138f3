def check(token):
    if token.expired:
        raise Expired()
    return token
