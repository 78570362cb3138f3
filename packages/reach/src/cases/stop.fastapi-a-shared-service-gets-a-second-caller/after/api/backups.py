from fastapi import APIRouter

from core.archive import Archive

router = APIRouter()


@router.post("/backups")
def create():
    Archive().pack("nightly")


@router.post("/backups/{name}/restore")
def restore(name: str):
    Archive().unpack(name)
