from app.legacy_login import login

def test_rejects_wrong_password():
    assert login("ann", "wrong") is None
