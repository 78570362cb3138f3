from aiohttp import web


async def forward(request):
    return web.Response()
