import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/proxy")
async def proxy(path: str):
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"https://api.internal.example/{path}")
    return answer.json()
