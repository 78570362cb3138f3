package security

import "testing"

func TestNoSniff(t *testing.T) {
	if got := headers().Get("X-Content-Type-Options"); got != "nosniff" {
		t.Errorf("got %q", got)
	}
}
