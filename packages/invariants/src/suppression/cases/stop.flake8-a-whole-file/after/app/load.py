# flake8: noqa: S301
import pickle


def load(body):
    return pickle.loads(body)
