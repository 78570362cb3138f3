import pickle


def load(body):
    return pickle.loads(body)  # type: ignore #NoSec
