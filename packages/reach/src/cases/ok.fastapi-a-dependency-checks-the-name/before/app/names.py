import re

from fastapi import HTTPException


def checked_name(name: str):
    if not re.fullmatch(r"[a-z-]+", name):
        raise HTTPException(400)
    return name
