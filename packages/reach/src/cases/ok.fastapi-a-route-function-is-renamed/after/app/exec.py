import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.post("/exec")
async def execute_command(command: str):
    return subprocess.getoutput(command)
