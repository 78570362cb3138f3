package cmd

var a = f()
