static int parse_record(struct reader *r, struct record *out)
{
	int err = 0;
	uint32_t size = read_u32(r);
	unsigned char *buf = NULL;

	if (size > MAX_RECORD) {
		err = ERR_TOO_LARGE;
		goto fail;
	}

	buf = malloc(size);
	if (buf == NULL) {
		err = ERR_NO_MEMORY;
		goto fail;
	}

	err = read_bytes(r, buf, size);
	out->data = buf;
	out->size = size;
	return err;

fail:
	free(buf);
	return err;
}
