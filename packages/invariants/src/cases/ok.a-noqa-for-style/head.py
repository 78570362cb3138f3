from a import *  # noqa: F401,F403
