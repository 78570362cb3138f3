from .checks import assert_needs_login

def test_profile_needs_login(client):
    assert_needs_login(client.get("/profile"))

def test_orders_need_login(client):
    assert_needs_login(client.get("/orders"))
