from flask import Blueprint, request
from web.auth import login_required
from web.store import notes

bp = Blueprint("notes", __name__)


@bp.get("/notes")
def index():
    return notes.public()


@bp.post("/notes")
@login_required
def add_note():
    return notes.add(request.form["text"])


@bp.route("/notes/clear", methods=["POST"])
@login_required
def clear():
    notes.clear()
    return "", 204
