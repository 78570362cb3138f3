import os

from errors import Forbidden

ROOT = "/srv/uploads"


def download(user, name):
    path = os.path.realpath(os.path.join(ROOT, name))
    with open(path, "rb") as file:
        return file.read()


def checked_path(name):
    path = os.path.realpath(os.path.join(ROOT, name))
    if not path.startswith(ROOT + os.sep):
        raise Forbidden(name)
    return path
