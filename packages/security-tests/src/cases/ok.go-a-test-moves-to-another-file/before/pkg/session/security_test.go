package session

import "testing"

func TestSecurityIDsAreLong(t *testing.T) {
	if got := len(NewID()); got != 32 {
		t.Fatalf("id has %d bytes", got)
	}
}
