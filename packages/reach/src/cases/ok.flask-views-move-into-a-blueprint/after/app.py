from flask import Flask

from links import bp

app = Flask(__name__)
app.register_blueprint(bp)
