#define GREETING "220 ready"

static void greet(struct client *c)
{
	send_text(c, GREETING);
}
