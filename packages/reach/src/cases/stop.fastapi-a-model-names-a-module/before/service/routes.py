from fastapi import APIRouter
from pydantic import BaseModel

from service.plugins import load_plugin

router = APIRouter()


class PluginRequest(BaseModel):
    name: str


@router.post("/plugins")
def run_plugin(body: PluginRequest):
    return load_plugin(body.name).run()
