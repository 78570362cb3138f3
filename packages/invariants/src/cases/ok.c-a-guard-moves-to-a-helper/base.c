int store_put(struct store *s, const char *key, const void *value, size_t len)
{
	if (strlen(key) > KEY_MAX)
		return -EINVAL;
	return store_write(s, key, value, len);
}

int store_get(struct store *s, const char *key, void *value, size_t len)
{
	return store_read(s, key, value, len);
}

void store_close(struct store *s)
{
	if (s == NULL)
		return;
	store_flush(s);
	free(s);
}
