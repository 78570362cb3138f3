#include <assert.h>

static void ring_put(struct ring *r, unsigned int index, unsigned char value)
{
	r->bytes[index] = value;
	r->used++;
}

unsigned char ring_get(const struct ring *r, unsigned int index)
{
	assert(index < r->size);
	return r->bytes[index];
}
