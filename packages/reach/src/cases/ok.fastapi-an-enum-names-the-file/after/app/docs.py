from enum import Enum

from fastapi import APIRouter
from fastapi.responses import FileResponse

router = APIRouter()


class DocEnum(str, Enum):
    terms = "terms"
    privacy = "privacy"


@router.get("/docs/{doc}")
def get_doc(doc: DocEnum):
    return FileResponse(f"docs/{doc}.pdf")
