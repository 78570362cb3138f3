import pickle

from app import app


def load(body):
    return pickle.loads(body)


@app.route("/ping")
def ping():
    return "pong"
