#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/// Memory for one document at a time: each thread takes from blocks of its own, takes small pieces that were given back again, and
/// starts again from the first block after `carena_reset`. The three functions have the shape that libcmark's
/// `cmark_mem` wants (cmark.h, "Custom memory allocator"), which has no place for a context: hence one arena for
/// each thread. As libcmark's own, they end the process when there is no memory left.
void *carena_calloc(size_t count, size_t size);
void *carena_realloc(void *pointer, size_t size);
void carena_free(void *pointer);

/// Takes back all that this thread was given since the last reset; its blocks beyond the first go back to the
/// system.
void carena_reset(void);

#endif
