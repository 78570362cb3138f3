from flask import Flask, jsonify

from db import connection

app = Flask(__name__)


@app.route("/items/<int:item_id>")
def item(item_id):
    cursor = connection().cursor()
    cursor.execute(f"SELECT * FROM items WHERE id = {item_id}")
    return jsonify(cursor.fetchone())
