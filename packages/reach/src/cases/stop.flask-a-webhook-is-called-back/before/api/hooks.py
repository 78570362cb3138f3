from flask import Blueprint, request

from api.client import notify
from api.checks import ensure_public_url

bp = Blueprint("hooks", __name__)


@bp.post("/hooks")
def register():
    url = request.get_json()["url"]
    ensure_public_url(url)
    notify(url)
    return {"ok": True}
