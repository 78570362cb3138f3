from proxy.hosts import is_private

def test_loopback_is_private():
    assert is_private("127.0.0.1") is True

def test_link_local_is_private():
    assert is_private("169.254.169.254") is True
