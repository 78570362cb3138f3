import pytest
from web.sessions import Store

class TestSessions:
    @pytest.fixture
    def store(self):
        return Store()

    def test_unknown_session(self, store):
        assert store.get("made-up") is None
        assert store.count() == 0
