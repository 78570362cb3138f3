import os

from web import HTTPError, send


def static_file(filename, root):
    root = os.path.join(os.path.abspath(root), "")
    filename = os.path.abspath(os.path.join(root, filename.strip("/")))
    if not os.path.isfile(filename):
        return HTTPError(404, "File does not exist.")
    return send(filename)
