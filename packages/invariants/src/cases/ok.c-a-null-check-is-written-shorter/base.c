const char *header_value(const struct headers *h, const char *name)
{
	const struct header *found;

	if (h == NULL)
		return NULL;
	found = headers_find(h, name);
	if (found == NULL)
		return NULL;
	return found->value;
}

size_t headers_count(const struct headers *h)
{
	size_t n = 0;

	for (const struct header *each = h->first; each; each = each->next)
		n++;
	return n;
}
