from fastapi import APIRouter

from core.archive import Archive

router = APIRouter()


@router.post("/backups")
def create():
    Archive().pack("nightly")
