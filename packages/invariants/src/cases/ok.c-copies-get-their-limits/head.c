void label_set(struct label *l, const char *text, int number)
{
	strcpy(l->kind, "item");
	strlcpy(l->text, text, sizeof(l->text));
	snprintf(l->title, sizeof(l->title), "%s %d", text, number);
	printf("%s", text);
}
