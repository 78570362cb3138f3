from tokens import Expired, Revoked, decode


def session_for(raw, store):
    token = decode(raw)
    user = store.user(token.subject)
    return user.session(token)
