import os
import subprocess


def archive(folder: str) -> None:
    subprocess.run(f"tar cf out.tar {folder}", shell=True, check=True)


def remove(folder: str) -> None:
    os.system("rm -r " + folder)
