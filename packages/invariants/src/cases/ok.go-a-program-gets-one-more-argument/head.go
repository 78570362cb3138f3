package report

import (
	"net/http"
	"os/exec"
)

// convert makes a PDF of an upload.
func convert(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !plainName.MatchString(name) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	out, err := exec.Command("/usr/bin/convert", "-quality", "80", "--", name, "out.pdf").Output()
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	w.Write(out)
}
