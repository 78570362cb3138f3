from flask import Blueprint, jsonify, redirect, request, url_for

from models import Note, db

bp = Blueprint("notes", __name__)


@bp.post("/notes")
def create():
    note = Note(text=request.form["text"])
    db.session.add(note)
    db.session.commit()
    return redirect(url_for("notes.show", note_id=note.id))


@bp.get("/notes")
def index():
    found = Note.query.filter(Note.text.contains(request.args.get("q", ""))).all()
    return jsonify([note.text for note in found])
