from flask import Flask, render_template, request

app = Flask(__name__)


@app.route("/preview", methods=["POST"])
def preview():
    return render_template("mail.html", text=request.form["text"])
