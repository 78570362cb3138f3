from errors import TooLarge

LIMIT = 1_000_000


def read_chunk(stream, length):
    if length > LIMIT:
        raise TooLarge(length)
    return stream.read(length)
