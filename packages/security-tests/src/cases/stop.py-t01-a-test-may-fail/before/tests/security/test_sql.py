from shop.search import find

def test_name_is_bound(db):
    assert find(db, "x' OR '1'='1") == []
