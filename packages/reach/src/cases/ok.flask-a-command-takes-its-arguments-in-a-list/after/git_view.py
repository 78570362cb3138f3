import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/log")
def log():
    ref = request.args.get("ref", "HEAD")
    out = subprocess.run(["git", "log", "--oneline", "--end-of-options", ref], capture_output=True, check=True)
    return {"log": out.stdout.decode()}
