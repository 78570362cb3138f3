import subprocess


def run(task):
    subprocess.run(f"tasks/{task}.sh", shell=True, check=True)
