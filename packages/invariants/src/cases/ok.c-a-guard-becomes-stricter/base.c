static int table_set(struct table *t, int index, int value)
{
	if (index >= t->size)
		return -ERANGE;

	t->cells[index] = value;
	return 0;
}

static int table_get(const struct table *t, int index, int *value)
{
	if (index < 0 || index >= t->size)
		return -ERANGE;

	*value = t->cells[index];
	return 0;
}
