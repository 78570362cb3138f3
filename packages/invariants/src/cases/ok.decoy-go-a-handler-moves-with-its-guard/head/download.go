package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func (s *Server) Download(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(s.root, r.URL.Query().Get("name"))
	if !strings.HasPrefix(path, s.root+string(os.PathSeparator)) {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	http.ServeFile(w, r, path)
}
