from jinja2 import Template
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def page(request):
    greeting = Template("Hello " + request.query_params["name"])
    return PlainTextResponse(greeting.render())


app = Starlette(routes=[Route("/", page)])
