from tokens import Expired, Revoked, decode


def session_for(raw, store):
    token = decode(raw)
    if token.jti in store.revoked:
        raise Revoked(token.jti)
    user = store.user(token.subject)
    return user.session(token)
