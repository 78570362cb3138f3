package archive

import "testing"

func TestEntriesStayInside(t *testing.T) {
	tests := []struct{ name, entry string }{
		{"parent", "../x"},
		{"absolute", "/etc/x"},
		{"nested", "a/../../x"},
		{"windows", "..\\x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := Extract(tt.entry, t.TempDir()); !errors.Is(err, ErrOutside) {
				t.Errorf("%s was extracted", tt.entry)
			}
		})
	}
}
