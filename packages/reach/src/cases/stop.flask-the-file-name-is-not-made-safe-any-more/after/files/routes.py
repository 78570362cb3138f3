import os

from flask import Blueprint, current_app, send_file

bp = Blueprint("files", __name__)


@bp.route("/files/<name>")
def download(name):
    path = os.path.join(current_app.config["FILES"], name)
    return send_file(path)
