import pickle

from app import app


@app.route("/load", methods=["POST"])
def load(body):
    return pickle.loads(body)


@app.route("/ping")
def ping():
    return "pong"
