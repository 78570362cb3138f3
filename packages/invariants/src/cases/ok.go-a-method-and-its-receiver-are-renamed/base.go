package attachments

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

var ErrOutside = errors.New("outside of the root")

type Store struct {
	root string
}

func (s *Store) Open(name string) (*os.File, error) {
	path := filepath.Join(s.root, filepath.Clean(name))
	if !strings.HasPrefix(path, s.root+string(os.PathSeparator)) {
		return nil, ErrOutside
	}
	return os.Open(path)
}

func (s *Store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file, err := s.Open(r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	defer file.Close()
	http.ServeContent(w, r, file.Name(), modified(file), file)
}
