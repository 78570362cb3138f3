static int read_header(int fd, struct header *h)
{
	unsigned char raw[HEADER_SIZE];

	if (read(fd, raw, sizeof(raw)) != sizeof(raw))
		return -1;
	h->version = raw[0];
	h->count = raw[1];
	memcpy(h->items, raw + 2, h->count * ITEM_SIZE);
	return 0;
}
