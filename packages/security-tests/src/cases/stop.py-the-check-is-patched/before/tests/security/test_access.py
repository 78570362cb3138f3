from vault import access

def test_stranger_has_no_access():
    assert access.may_open("eve", "vault-1") is False
