import os

from flask import Blueprint, current_app, send_file
from werkzeug.utils import secure_filename

bp = Blueprint("files", __name__)


@bp.route("/files/<name>")
def download(name):
    path = os.path.join(current_app.config["FILES"], secure_filename(name))
    return send_file(path)
