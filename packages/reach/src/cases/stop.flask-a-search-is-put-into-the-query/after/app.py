import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/search")
def search():
    db = sqlite3.connect("shop.db")
    rows = db.execute(f"SELECT * FROM items WHERE name = '{request.args['q']}'")
    return jsonify(rows.fetchall())
