from flask import Blueprint, request

from api.client import notify

bp = Blueprint("hooks", __name__)


@bp.post("/hooks")
def register():
    url = request.get_json()["url"]
    notify(url)
    return {"ok": True}
