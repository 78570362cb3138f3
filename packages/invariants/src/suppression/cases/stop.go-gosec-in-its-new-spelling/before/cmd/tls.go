package cmd

var config = &tls.Config{InsecureSkipVerify: true}
