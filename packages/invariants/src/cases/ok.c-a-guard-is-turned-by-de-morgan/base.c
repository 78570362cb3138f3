int frame_check(const struct frame *f, size_t limit)
{
	if (f == NULL || f->len > limit)
		return -EINVAL;
	if (!f->sealed || !mac_ok(f))
		return -EBADMSG;

	return frame_dispatch(f);
}
