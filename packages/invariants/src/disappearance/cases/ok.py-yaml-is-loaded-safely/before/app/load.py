import yaml


def load(body):
    return yaml.load(body)
