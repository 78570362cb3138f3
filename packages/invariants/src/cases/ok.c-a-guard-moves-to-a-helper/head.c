static int check_key(const char *key)
{
	if (strlen(key) > KEY_MAX)
		return -EINVAL;
	return 0;
}

int store_put(struct store *s, const char *key, const void *value, size_t len)
{
	int err = check_key(key);

	if (err)
		return err;
	return store_write(s, key, value, len);
}

int store_get(struct store *s, const char *key, void *value, size_t len)
{
	int err = check_key(key);

	if (err)
		return err;
	return store_read(s, key, value, len);
}

void store_close(struct store *s)
{
	if (s == NULL)
		return;
	store_flush(s);
	free(s);
}
