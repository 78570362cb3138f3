package users

import (
	"context"
	"database/sql"
)

type Repository struct{ db *sql.DB }

func (r *Repository) ByName(ctx context.Context, name string) (*User, error) {
	row := r.db.QueryRowContext(ctx, "SELECT id, name FROM users WHERE name = $1", name)
	user := &User{}
	if err := row.Scan(&user.ID, &user.Name); err != nil {
		return nil, err
	}
	return user, nil
}
