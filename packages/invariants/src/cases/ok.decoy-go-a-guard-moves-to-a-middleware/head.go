package admin

import "net/http"

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/users", onlyAdmins(listUsers))
}

func onlyAdmins(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !userOf(r).Admin {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

func listUsers(w http.ResponseWriter, r *http.Request) {
	write(w, users.All())
}
