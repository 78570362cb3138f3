from pathlib import Path

from aiohttp import web

ROOT = Path("data")


async def fetch(request):
    name = request.match_info["name"]
    if "/" in name or ".." in name:
        raise web.HTTPBadRequest()
    return web.json_response({"text": (ROOT / name).read_text()})


app = web.Application()
app.router.add_get("/data/{name}", fetch)
