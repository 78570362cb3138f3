import os


def build(target):
    os.system("make " + target)
