from unittest import TestCase
from store.names import clean

class NameTests(TestCase):
    def test_clean(self):
        self.assertEqual(clean("../a"), "a")
