from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import get_session
from app.models import Item

router = APIRouter()


class ItemIn(BaseModel):
    name: str


@router.post("/items")
async def create(item: ItemIn, session: AsyncSession = Depends(get_session)):
    session.add(Item(name=item.name))
    await session.commit()
    return item


@router.get("/items")
async def index(name: str, session: AsyncSession = Depends(get_session)):
    result = await session.execute(select(Item).where(Item.name == name))
    return result.scalars().all()
