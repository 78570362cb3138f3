import yaml


def load(body):
    return yaml.safe_load(body)
