from flask import Flask, request

from runner import run

app = Flask(__name__)


@app.post("/run")
def start():
    run(request.json["task"])
    return {"ok": True}
