static long gadget_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct gadget *g = file->private_data;

	switch (cmd) {
	case GADGET_RESET:
		return gadget_reset(g);
	case GADGET_STATUS:
		return put_user(g->status, (int *)arg);
	default:
		return -ENOTTY;
	}
}
