import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.post("/exec")
def run(command: str):
    return subprocess.getoutput(command)
