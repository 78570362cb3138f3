from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.route("/preview", methods=["POST"])
def preview():
    return render_template_string(request.form["text"])
