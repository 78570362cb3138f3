import pytest
from cache import UnsafeFormat, load

def test_pickles_are_refused():
    with pytest.raises(UnsafeFormat, match="pickle"):
        load(b"\x80\x04")
