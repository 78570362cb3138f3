from jinja2 import Template
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

GREETING = Template("Hello {{ name }}")


async def page(request):
    return PlainTextResponse(GREETING.render(name=request.query_params["name"]))


app = Starlette(routes=[Route("/", page)])
