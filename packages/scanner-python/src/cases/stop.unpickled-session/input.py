import pickle
import yaml


def session(cookie: bytes):
    return pickle.loads(cookie)


def settings(text: str):
    return yaml.load(text)
