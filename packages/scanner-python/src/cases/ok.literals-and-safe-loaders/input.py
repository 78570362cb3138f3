import ast
import json

import yaml


def read(text: str):
    return ast.literal_eval(text), yaml.safe_load(text), json.loads(text)
