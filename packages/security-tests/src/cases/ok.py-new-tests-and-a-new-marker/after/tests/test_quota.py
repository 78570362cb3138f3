import pytest

pytestmark = pytest.mark.security

def test_too_many_requests(client):
    assert client.burst(101).status_code == 429

def test_quota_is_per_user(client, other):
    client.burst(101)
    assert other.get("/").status_code == 200
