from fastapi import APIRouter, Depends
from app.auth import current_user

router = APIRouter()


@router.get("/items")
async def items():
    return await store.items()


@router.post("/items")
async def add(item: Item, user: User = Depends(current_user)):
    return await store.add(item, user)


@router.delete("/items/{item_id}", dependencies=[Depends(current_user)])
async def remove(item_id: int):
    await store.remove(item_id)
