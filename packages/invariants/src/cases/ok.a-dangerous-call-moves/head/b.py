import os


def start(command):
    os.system(command)
