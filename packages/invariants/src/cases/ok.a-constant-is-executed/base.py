import subprocess

def version():
    return "1"
