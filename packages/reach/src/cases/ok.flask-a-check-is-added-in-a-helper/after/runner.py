import subprocess

TASKS = ("build", "clean")


def run(task):
    if task not in TASKS:
        raise ValueError(task)
    subprocess.run(f"tasks/{task}.sh", shell=True, check=True)
