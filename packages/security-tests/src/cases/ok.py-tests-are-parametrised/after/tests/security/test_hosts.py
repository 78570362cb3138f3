import pytest
from proxy.hosts import is_private

@pytest.mark.parametrize("address", ["127.0.0.1", "169.254.169.254", "::1"])
def test_private_addresses(address):
    assert is_private(address) is True
