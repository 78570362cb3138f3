def test_too_many_requests(client):
    assert client.burst(101).status_code == 429
