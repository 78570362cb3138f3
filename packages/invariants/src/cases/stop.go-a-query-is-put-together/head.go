package users

import (
	"context"
	"database/sql"
	"fmt"
)

type Repository struct{ db *sql.DB }

func (r *Repository) ByName(ctx context.Context, name string) (*User, error) {
	row := r.db.QueryRowContext(ctx, fmt.Sprintf("SELECT id, name FROM users WHERE name = '%s'", name))
	user := &User{}
	if err := row.Scan(&user.ID, &user.Name); err != nil {
		return nil, err
	}
	return user, nil
}
