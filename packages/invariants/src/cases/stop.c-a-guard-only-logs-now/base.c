int session_login(struct session *s, const char *user, const char *password)
{
	const struct account *account = account_find(user);

	if (account == NULL || !account->enabled)
		return LOGIN_DENIED;
	if (!crypt_matches(account->hash, password)) {
		log_warn("login of %s failed", user);
		return LOGIN_DENIED;
	}

	s->account = account;
	return LOGIN_OK;
}
