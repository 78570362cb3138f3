def test_profile_needs_login(client):
    response = client.get("/profile")
    assert response.status_code == 302
    assert response.url == "/login"

def test_orders_need_login(client):
    response = client.get("/orders")
    assert response.status_code == 302
    assert response.url == "/login"
