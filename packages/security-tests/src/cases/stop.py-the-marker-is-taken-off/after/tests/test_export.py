from report.export import cell

def test_formulas_are_quoted():
    assert cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0"
