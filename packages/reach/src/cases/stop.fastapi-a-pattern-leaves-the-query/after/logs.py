from pathlib import Path

from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/logs")
def read_log(day: str = Query(...)):
    return {"lines": Path("logs", day).read_text().splitlines()}
