package store

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	open()
	code := m.Run()
	shut()
	os.Exit(code)
}
