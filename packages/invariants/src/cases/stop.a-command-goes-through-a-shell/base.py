import subprocess

def ping(host):
    subprocess.run(["ping", host])
