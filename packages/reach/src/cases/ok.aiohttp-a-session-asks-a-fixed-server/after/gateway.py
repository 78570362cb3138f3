import aiohttp
from aiohttp import web

API = "https://api.example.com"


async def forward(request):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{API}/items/{request.match_info['id']}") as answer:
            return web.json_response(await answer.json())
