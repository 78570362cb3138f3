def decode(data, limit):
    return unpack(data)
