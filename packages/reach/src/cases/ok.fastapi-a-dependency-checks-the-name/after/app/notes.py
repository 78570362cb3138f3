from fastapi import APIRouter, Depends

from app.names import checked_name

router = APIRouter()


@router.get("/notes/{name}")
def note(name: str = Depends(checked_name)):
    with open(f"notes/{name}.md") as handle:
        return {"text": handle.read()}
