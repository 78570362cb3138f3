from site_.redirect import target

def test_foreign_host_is_refused():
    assert target("https://evil.example/") == "/"
    assert target("//evil.example/") == "/"
