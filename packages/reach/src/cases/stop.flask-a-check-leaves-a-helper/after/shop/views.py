from flask import Blueprint, request

from .tools import convert

bp = Blueprint("images", __name__)


@bp.post("/convert")
def convert_image():
    convert(request.form["format"])
    return "", 204
