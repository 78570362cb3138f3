int config_load(const char *path, struct config *out)
{
	FILE *f = fopen(path, "r");
	char *text;

	if (f == NULL)
		return -1;
	text = read_all(f, CONFIG_MAX);
	if (text == NULL) {
		fclose(f);
		return -1;
	}
	config_parse(text, out);
	free(text);
	fclose(f);
	return 0;
}
