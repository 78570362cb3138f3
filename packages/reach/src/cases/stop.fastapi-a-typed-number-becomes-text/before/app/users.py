from sqlalchemy import text


async def find_user(session, user_id):
    result = await session.execute(text(f"SELECT * FROM users WHERE id = {user_id}"))
    return result.first()
