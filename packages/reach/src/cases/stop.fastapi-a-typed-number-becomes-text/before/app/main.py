from fastapi import Depends, FastAPI

from app.users import find_user
from app.db import get_session

app = FastAPI()


@app.get("/users/{user_id}")
async def read_user(user_id: int, session=Depends(get_session)):
    return await find_user(session, user_id)
