#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/// Memory for one document at a time: each thread takes from blocks of its own, takes small pieces that were given back again, and
/// starts again from the first block after `carena_reset`. The three functions have the shape that libcmark's
/// `cmark_mem` wants (cmark.h, "Custom memory allocator"), which has no place for a context: hence one arena for
/// each thread. When there is no memory left, they end the process, as libcmark's own do.
void *carena_calloc(size_t count, size_t size);
void *carena_realloc(void *pointer, size_t size);
void carena_free(void *pointer);

/// Takes back all that this thread was given since the last reset; its blocks beyond the first go back to the
/// system.
void carena_reset(void);

/// Says on standard error that there is no memory left, and ends the process as it stands, with the status of a failure of the system (74):
/// a parser without memory could only go on by saying something untrue of what it reads.
_Noreturn void carena_out_of_memory(void);

#endif
