import os

from flask import request


def run():
    os.system(request.args["command"])
