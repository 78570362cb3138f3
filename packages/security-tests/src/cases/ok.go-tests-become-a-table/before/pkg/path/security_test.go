package path

import "testing"

func TestParentIsRefused(t *testing.T) {
	if Clean("../x") != "" {
		t.Error("parent was allowed")
	}
}

func TestAbsoluteIsRefused(t *testing.T) {
	if Clean("/x") != "" {
		t.Error("absolute was allowed")
	}
}
