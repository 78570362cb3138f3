package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func (s *Server) Download(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(s.root, r.URL.Query().Get("name"))
	body, err := os.ReadFile(path)
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Write(body)
}
