package cmd

func run(name string) error {
	return exec.Command("sh", "-c", name).Run() //nolint
}
