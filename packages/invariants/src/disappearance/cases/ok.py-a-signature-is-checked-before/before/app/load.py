import hmac
import pickle


def load(body, key):
    return pickle.loads(body)
