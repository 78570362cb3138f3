import pytest
from report.export import cell

@pytest.mark.security
def test_formulas_are_quoted():
    assert cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0"
