import subprocess

from flask import request

from tools.names import check_name


def convert():
    name = request.form["name"]
    check_name(name)
    subprocess.run(f"convert {name} out.png", shell=True)
