import pytest
from report.export import cell

@pytest.mark.security
def test_formulas_are_quoted():
    assert cell("=1+1") == "'=1+1"
