#include <stdio.h>
#include <string.h>

#define HOST_LEN 256

struct peer {
	char host[HOST_LEN];
	char label[HOST_LEN + 16];
	int port;
};

void peer_set(struct peer *p, const char *host, int port)
{
	strlcpy(p->host, host, sizeof(p->host));
	p->port = port;
	snprintf(p->label, sizeof(p->label), "%s:%d", host, port);
}
