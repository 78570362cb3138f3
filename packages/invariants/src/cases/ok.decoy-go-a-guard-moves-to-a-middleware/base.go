package admin

import "net/http"

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/users", listUsers)
}

func listUsers(w http.ResponseWriter, r *http.Request) {
	if !userOf(r).Admin {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	write(w, users.All())
}
