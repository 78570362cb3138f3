package upload

import (
	"fmt"
	"io"
	"net/http"
)

const maxParts = 16

func readParts(r *http.Request, limit int64) ([][]byte, error) {
	reader, err := r.MultipartReader()
	if err != nil {
		return nil, fmt.Errorf("no parts: %w", err)
	}
	var parts [][]byte
	for {
		part, err := reader.NextPart()
		if err == io.EOF {
			return parts, nil
		}
		if err != nil {
			return nil, fmt.Errorf("part %d: %w", len(parts), err)
		}
		if len(parts) >= maxParts || part.FileName() == "" {
			return nil, fmt.Errorf("refused after %d parts", len(parts))
		}
		data, err := io.ReadAll(io.LimitReader(part, limit+1))
		if err != nil || int64(len(data)) > limit {
			return nil, fmt.Errorf("part %d is too large", len(parts))
		}
		parts = append(parts, data)
	}
}
