from pathlib import Path

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

router = APIRouter()
ROOT = Path("assets").resolve()


@router.get("/assets/{name:path}")
def asset(name: str):
    file = (ROOT / name).resolve()
    if not file.is_relative_to(ROOT):
        raise HTTPException(404)
    return FileResponse(file)
