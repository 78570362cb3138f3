from unittest import TestCase
from web.sessions import Store

class SessionTests(TestCase):
    def setUp(self):
        self.store = Store()

    def test_unknown_session(self):
        self.assertIsNone(self.store.get("made-up"))
        self.assertEqual(self.store.count(), 0)
