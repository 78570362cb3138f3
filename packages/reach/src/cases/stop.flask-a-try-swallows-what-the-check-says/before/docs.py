from flask import Flask, request

from checks import validate_name

app = Flask(__name__)


@app.get("/doc")
def doc():
    name = request.args["name"]
    validate_name(name)
    with open("docs/" + name) as handle:
        return {"text": handle.read()}
