import subprocess


def build(target, environment):
    subprocess.run(  # nosec B603
        ["make", target],
        check=True,
        env=environment,
    )
