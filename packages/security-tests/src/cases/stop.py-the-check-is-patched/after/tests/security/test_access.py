from unittest.mock import patch
from vault import access

@patch("vault.access.may_open", return_value=False)
def test_stranger_has_no_access(may_open):
    assert access.may_open("eve", "vault-1") is False
