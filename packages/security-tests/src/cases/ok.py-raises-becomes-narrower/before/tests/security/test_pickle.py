import pytest
from cache import load

def test_pickles_are_refused():
    with pytest.raises(Exception):
        load(b"\x80\x04")
