from page import escape


def test_tags():
    assert escape("<b>") == "&lt;b&gt;"


def test_quotes():
    assert escape('"') == "&quot;"
