import subprocess


def build(target):
    subprocess.run("make " + target, shell=True)
