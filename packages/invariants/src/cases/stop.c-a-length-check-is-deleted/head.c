#include <errno.h>
#include <string.h>

#define NAME_MAX_LEN 64

struct entry {
	char name[NAME_MAX_LEN];
	size_t len;
};

/* Takes the name of an entry from a packet. */
int entry_set_name(struct entry *e, const char *name, size_t len)
{
	if (!e || !name)
		return -EINVAL;

	memcpy(e->name, name, len);
	e->name[len] = 0;
	e->len = len;
	return 0;
}
