from flask import Flask, request

from checks import validate_name

app = Flask(__name__)


@app.get("/doc")
def doc():
    name = request.args["name"]
    try:
        validate_name(name)
    except ValueError:
        pass
    with open("docs/" + name) as handle:
        return {"text": handle.read()}
