#define GREETING "220 ready"

static void greet(struct client *c)
{
	char line[64];

	strcpy(line, "220 ready");
	sprintf(line + 9, " %d", c->id);
	printf(GREETING);
	send_text(c, line);
}
