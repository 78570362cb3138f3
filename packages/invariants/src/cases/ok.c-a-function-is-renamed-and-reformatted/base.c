static int
chk_sig(struct msg* m, struct key* k)
{
  if (m->siglen != SIG_LEN) return -1;
  if (ct_memcmp(m->sig, sig_of(m, k), SIG_LEN) != 0) return -1;
  return 0;
}

int accept_msg(struct msg* m, struct key* k)
{
  if (chk_sig(m, k) < 0) return -1;
  return queue_put(m);
}
