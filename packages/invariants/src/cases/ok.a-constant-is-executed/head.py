import subprocess

def version():
    return subprocess.check_output("git describe", shell=True)
