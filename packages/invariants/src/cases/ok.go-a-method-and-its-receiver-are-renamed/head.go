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

func (st *Store) open(name string) (*os.File, error) {
	path := filepath.Join(st.root, filepath.Clean(name))
	if !strings.HasPrefix(path, st.root+string(os.PathSeparator)) {
		return nil, ErrOutside
	}
	return os.open(path)
}

func (s *Store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file, err := s.open(r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	defer file.Close()
	http.ServeContent(w, r, file.Name(), modified(file), file)
}
