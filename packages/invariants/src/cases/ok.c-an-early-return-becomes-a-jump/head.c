int config_load(const char *path, struct config *out)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	int err = -1;

	if (f == NULL)
		goto out;
	text = read_all(f, CONFIG_MAX);
	if (text == NULL)
		goto out;
	config_parse(text, out);
	err = 0;
out:
	free(text);
	if (f)
		fclose(f);
	return err;
}
