static int is_local(const struct addr *a)
{
	return a->ip == LOOPBACK;
}

int admin_reload(struct conn *c)
{
	if (!is_local(&c->addr))
		return deny(c);
	if (c->user == NULL)
		return deny(c);
	return server_reload();
}

int admin_stop(struct conn *c)
{
	if (!is_local(&c->addr))
		return deny(c);
	return server_stop();
}
