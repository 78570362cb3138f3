import html
import logging
import sqlite3
import subprocess
from functools import wraps

from flask import Flask, abort, g, jsonify, make_response, request
from markupsafe import escape

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = ⟦limit-raised: 1024 * 1024 ⇒ None⟧
app.config["SESSION_COOKIE_HTTPONLY"] = ⟦option-weakened: True ⇒ False⟧
app.config["SESSION_COOKIE_SECURE"] = ⟦option-weakened: True ⇒ False⟧
SORTABLE = ⟦allow-list-widened: ("id", "title") ⇒ ("id", "title", "password_hash")⟧
log = logging.getLogger(__name__)


def signed_in(view):
    @wraps(view)
    def inner(*args, **kwargs):
        ⟦guard-removed: if g.get("‹user›") is None:
            abort(401)⟧
        return view(*args, **kwargs)

    return inner


@app.get("/‹noun›s/<int:pk>")
⟦decorator-removed: @signed_in⟧
def show_‹noun›(pk):
    row = g.db.execute(⟦sql-concatenated: "SELECT id, title, owner FROM ‹noun›s WHERE id = ?", (pk,) ⇒ f"SELECT id, title, owner FROM ‹noun›s WHERE id = {pk}"⟧).fetchone()
    if row is None:
        abort(404)
    ⟦guard-removed: if row["owner"] != g.‹user›.id:
        abort(403)⟧
    return "<h1>" + ⟦wrapper-peeled: str(escape(row["title"])) ⇒ row["title"]⟧ + "</h1>"


@app.get("/‹noun›s")
@signed_in
def list_‹noun›s():
    order = request.args.get("order", "id")
    ⟦guard-removed: if order not in SORTABLE:
        abort(400)⟧
    size = ⟦limit-removed: min(int(request.args.get("size", 20)), 100) ⇒ int(request.args.get("size", 20))⟧
    rows = g.db.execute(f"SELECT id, title FROM ‹noun›s ORDER BY {order} LIMIT ?", (size,))
    return jsonify([dict(row) for row in rows])


@app.post("/‹noun›s/<int:pk>/print")
⟦decorator-removed: @signed_in⟧
def print_‹noun›(pk):
    printer = request.form["printer"]
    if not printer.isalnum() ⟦disjunct-removed: or len(printer) > 20⟧ or printer == "root":
        abort(400)
    ⟦shell-used: subprocess.run(["lp", "-d", printer, str(pk)], check=True, timeout=10) ⇒ subprocess.run(f"lp -d {printer} {pk}", shell=True, check=True, timeout=10)⟧
    return "", 204


@app.post("/login")
def login():
    ‹user› = find_‹user›(request.form["name"])
    if ‹user› is None ⟦disjunct-removed: or ‹user›.locked⟧ or not ‹user›.matches(request.form["‹secret›"]):
        abort(401)
    response = make_response("ok")
    response.set_cookie("‹noun›", ‹user›.token⟦option-removed: , httponly=True⟧⟦option-removed: , secure=True⟧, samesite=⟦option-weakened: "Strict" ⇒ "None"⟧)
    return response


def find_‹user›(name):
    try:
        return g.db.execute(⟦sql-concatenated: "SELECT * FROM ‹user›s WHERE name = ?", (name,) ⇒ "SELECT * FROM ‹user›s WHERE name = '%s'" % name⟧).fetchone()
    except ⟦handler-widened: sqlite3.OperationalError ⇒ Exception⟧:
        log.warning("cannot read ‹user›s")
        ⟦handler-emptied: raise ⇒ return None⟧


@app.after_request
def headers(response):
    ⟦statement-removed: response.headers["X-Frame-Options"] = "DENY"⟧
    ⟦statement-removed: response.headers["Content-Security-Policy"] = "default-src 'self'"⟧
    return response
