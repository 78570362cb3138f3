import subprocess


def build(target):
    subprocess.run(  # nosec B603
        ["make", target],
        check=True,
    )
