package limit

import "testing"

func TestBurstIsLimited(t *testing.T) {
	got := Allow(101)
	if got != false {
		t.Errorf("burst was allowed")
	}
}
