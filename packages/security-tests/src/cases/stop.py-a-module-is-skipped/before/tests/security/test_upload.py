from web.upload import save
import pytest

def test_traversal():
    with pytest.raises(ValueError, match="outside"):
        save("../../x", b"")

def test_size():
    with pytest.raises(ValueError, match="large"):
        save("x", b"0" * 10_000_001)
