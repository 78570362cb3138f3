import subprocess


def build(target, environment):
    subprocess.run(["make", target], check=True, env=environment)  # nosec B603
