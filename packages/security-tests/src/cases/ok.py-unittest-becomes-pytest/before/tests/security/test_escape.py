import unittest
from page import escape

class EscapeTest(unittest.TestCase):
    def test_tags(self):
        self.assertEqual(escape("<b>"), "&lt;b&gt;")

    def test_quotes(self):
        self.assertEqual(escape('"'), "&quot;")
