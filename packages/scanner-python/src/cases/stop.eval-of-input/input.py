from flask import request


def total() -> int:
    return eval(request.args["formula"])
