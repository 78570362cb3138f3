def assert_needs_login(response):
    assert response.status_code == 302
    assert response.url == "/login"
