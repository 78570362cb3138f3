x = 1


def fresh(token):
    if token.expired:
        raise Expired()
    return token
