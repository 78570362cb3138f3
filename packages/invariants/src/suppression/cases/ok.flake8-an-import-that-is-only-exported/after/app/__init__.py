from app.users import find  # noqa
from app.orders import total  # noqa: F401
