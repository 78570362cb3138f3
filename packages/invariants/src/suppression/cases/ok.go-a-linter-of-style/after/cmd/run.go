package cmd

//nolint:gochecknoglobals,lll
var a = f()
