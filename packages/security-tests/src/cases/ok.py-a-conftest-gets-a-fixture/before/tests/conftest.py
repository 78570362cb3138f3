import pytest

@pytest.fixture
def keyfile(tmp_path):
    return tmp_path / "key"
