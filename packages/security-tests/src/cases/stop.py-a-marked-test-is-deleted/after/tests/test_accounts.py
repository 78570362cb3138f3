import pytest
from app.accounts import create

def test_create():
    assert create("ann").name == "ann"
