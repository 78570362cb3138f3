void label_set(struct label *l, const char *text, int number)
{
	strcpy(l->kind, "item");
	strcpy(l->text, text);
	sprintf(l->title, "%s %d", text, number);
	printf(text);
}
