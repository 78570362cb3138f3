import pytest
from app.accounts import create

def test_create():
    assert create("ann").name == "ann"

@pytest.mark.security
def test_password_is_never_logged(caplog):
    create("ann", password="hunter2")
    assert "hunter2" not in caplog.text
