import re


def validate_name(name):
    if not re.fullmatch(r"[a-z]+\.md", name):
        raise ValueError(name)
