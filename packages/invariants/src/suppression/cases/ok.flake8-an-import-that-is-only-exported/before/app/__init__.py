from app.users import find
