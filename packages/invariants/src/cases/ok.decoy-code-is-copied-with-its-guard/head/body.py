from errors import TooLarge

LIMIT = 500_000


def read_body(stream, length):
    if length > LIMIT:
        raise TooLarge(length)
    return stream.read(length)
