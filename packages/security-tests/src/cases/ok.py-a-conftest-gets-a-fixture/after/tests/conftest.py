import pytest

@pytest.fixture
def keyfile(tmp_path):
    return tmp_path / "key"

@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    monkeypatch.delenv("HOME", raising=False)

def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true")
