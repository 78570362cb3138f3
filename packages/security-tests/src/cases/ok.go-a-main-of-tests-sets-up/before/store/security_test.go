package store

import "testing"

func TestSecurityRowsOfOthers(t *testing.T) {
	if rows := Rows("eve", "ann"); len(rows) != 0 {
		t.Errorf("eve sees %d rows", len(rows))
	}
}
