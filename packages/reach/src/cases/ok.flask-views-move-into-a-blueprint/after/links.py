from flask import Blueprint, redirect, request

bp = Blueprint("links", __name__)


@bp.route("/go")
def follow():
    return redirect(request.args["to"])
