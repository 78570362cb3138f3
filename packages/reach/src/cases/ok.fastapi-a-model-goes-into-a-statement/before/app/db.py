async def get_session():
    yield None
