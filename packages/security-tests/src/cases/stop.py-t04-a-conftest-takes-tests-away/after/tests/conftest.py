import pytest

@pytest.fixture
def keyfile(tmp_path):
    return tmp_path / "key"

def pytest_collection_modifyitems(config, items):
    items[:] = [item for item in items if "fast" in item.keywords]
