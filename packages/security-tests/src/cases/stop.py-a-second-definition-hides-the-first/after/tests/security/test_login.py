def test_lockout(client):
    for _ in range(5):
        client.login("ann", "wrong")
    assert client.login("ann", "right").status == 423


def test_lockout(client):
    pass
