package admin

import "net/http"

type Handlers struct {
	users Users
	audit Audit
}

func (h *Handlers) Delete(w http.ResponseWriter, r *http.Request) {
	user, ok := UserFrom(r.Context())
	if !ok || user.Disabled {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	if user.Role == "admin" {
		if err := h.users.Delete(r.PathValue("id")); err != nil {
			http.Error(w, "failed", http.StatusInternalServerError)
			return
		}
		h.audit.Record(user, "delete", r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
		return
	}
	http.Error(w, "forbidden", http.StatusForbidden)
}
