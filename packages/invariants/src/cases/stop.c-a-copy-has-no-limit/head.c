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
	strcpy(p->host, host);
	p->port = port;
	sprintf(p->label, "%s:%d", host, port);
}
