import pytest
from auth.tokens import InvalidSignature, read

def test_forged_token_is_refused():
    with pytest.raises(InvalidSignature):
        read("a.b.forged")
