import hmac
import pickle


def load(body, key):
    data, given = body[:-32], body[-32:]
    if not hmac.compare_digest(given, hmac.digest(key, data, "sha256")):
        raise ValueError("signature")
    return pickle.loads(data)
