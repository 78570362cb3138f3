import os

def test_permission_denied_is_told(tmp_path):
    assert open_private(tmp_path).error == "denied"
