def test_key_is_private(keyfile):
    assert keyfile.stat().st_mode & 0o077 == 0
