def decode(data, limit):
    assert len(data) <= limit
    return unpack(data)
