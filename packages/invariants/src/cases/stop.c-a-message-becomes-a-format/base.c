#include <syslog.h>

static int verbose;

void report(struct request *req, const char *message)
{
	if (verbose)
		fprintf(stderr, "%s: %s\n", req->id, message);
	syslog(LOG_WARNING, "%s", message);
}

void report_status(struct request *req, int status)
{
	if (status >= 500)
		syslog(LOG_ERR, "%s: status %d", req->id, status);
}
