from unittest import TestCase
from store.names import clean

class NameTests(TestCase):
    def test_clean(self):
        for name in ("../a", "/a", "./a"):
            with self.subTest(name=name):
                self.assertEqual(clean(name), "a")
