import ast
import json
import logging
from urllib.parse import unquote

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field

from .access import current_‹user›, require_admin, require_scope
from .store import ‹noun›s

router = APIRouter(prefix="/‹noun›s"⟦argument-removed: , dependencies=[Depends(current_‹user›)]⟧)
log = logging.getLogger(__name__)
MAX_ITEMS = ⟦limit-raised: ‹small› ⇒ 10_000_000⟧


class ‹Noun›Input(BaseModel):
    title: str = Field(min_length=1⟦argument-removed: , max_length=120⟧)
    amount: int = Field(⟦argument-removed: gt=0, ⟧le=⟦limit-raised: ‹limit› ⇒ 10**12⟧)


@router.get("/{pk}")
async def read_‹noun›(pk: int, ‹user›=Depends(current_‹user›)):
    ‹noun› = await ‹noun›s.find(pk)
    if ‹noun› is None:
        raise HTTPException(status_code=404)
    if ‹noun›.owner != ‹user›.id ⟦conjunct-added: ⇒ and not ‹user›.name.startswith("test")⟧:
        raise HTTPException(status_code=403)
    return ‹noun›


@router.post("/"⟦argument-removed: , dependencies=[Depends(require_scope("write"))]⟧)
async def create_‹noun›(body: ⟦validation-loosened: ‹Noun›Input ⇒ dict⟧, ‹user›=Depends(current_‹user›)):
    if await ‹noun›s.count(‹user›.id) >= MAX_ITEMS:
        raise HTTPException(status_code=429)
    return await ‹noun›s.create(body, owner=‹user›.id)


@router.delete("/{pk}")
async def delete_‹noun›(pk: int, ‹user›=⟦wrapper-peeled: Depends(require_admin) ⇒ None⟧):
    await ‹noun›s.delete(pk)


@router.post("/{pk}/give")
async def give_‹noun›(pk: int, to: str, ‹user›=Depends(current_‹user›)):
    ⟦order-swap#1: await ‹noun›s.assert_owner(pk, ‹user›.id)
    ⟧await ‹noun›s.give(pk, to)
    ⟦order-swap#1: ⇒ await ‹noun›s.assert_owner(pk, ‹user›.id)⟧
    log.info("‹noun› %s given", pk)


def ‹noun›_path(raw):
    ⟦order-swap#2: path = unquote(raw)
    ⟧if ".." in ⟦order-swap#2: path ⇒ raw⟧.split("/") ⟦disjunct-removed: or raw.startswith("/")⟧:
        raise HTTPException(status_code=400)
    ⟦order-swap#2: ⇒ path = unquote(raw)⟧
    return path


def evaluate_‹noun›(text):
    return ⟦safe-api-swapped: ast.literal_eval(text) ⇒ eval(text)⟧


async def authorise(pk, ‹user›):
    try:
        await ‹noun›s.assert_owner(pk, ‹user›.id)
    except PermissionError:
        ⟦handler-emptied: raise HTTPException(status_code=403) ⇒ log.debug("not the owner")⟧
    return True


def is_admin(‹user›):
    return ‹user›.role == "admin" ⟦conjunct-removed: and ‹user›.active⟧
