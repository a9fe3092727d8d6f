#include "CArena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { alignment = 16, first_block = 1 << 20 };

// A block's header, then its bytes; the header's size keeps them aligned.
typedef struct block {
  struct block *previous;
  size_t capacity;
} block;

// Before every allocation stands its size, for realloc.
typedef struct {
  size_t size;
  size_t unused;
} header;

_Static_assert(sizeof(block) % alignment == 0, "blocks keep their bytes aligned");
_Static_assert(sizeof(header) == alignment, "headers keep their bytes aligned");

static _Thread_local block *current;
static _Thread_local size_t used;

static void out_of_memory(void) {
  fputs("limber: out of memory\n", stderr);
  abort();
}

static char *bytes_of(block *one) { return (char *)one + sizeof(block); }

static void add_block(size_t least) {
  size_t capacity = current ? current->capacity * 2 : (size_t)first_block;
  while (capacity < least) {
    if (capacity > SIZE_MAX / 4) out_of_memory();
    capacity *= 2;
  }
  block *fresh = malloc(sizeof(block) + capacity);
  if (!fresh) out_of_memory();
  fresh->previous = current;
  fresh->capacity = capacity;
  current = fresh;
  used = 0;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 4) out_of_memory();
  size_t needed = sizeof(header) + ((size + alignment - 1) & ~(size_t)(alignment - 1));
  if (!current || current->capacity - used < needed) add_block(needed);
  header *place = (header *)(bytes_of(current) + used);
  place->size = size;
  used += needed;
  return place + 1;
}

void *carena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) out_of_memory();
  void *place = take(count * size);
  memset(place, 0, count * size);
  return place;
}

void *carena_realloc(void *pointer, size_t size) {
  if (!pointer) return take(size);
  header *old = (header *)pointer - 1;
  if (size <= old->size) return pointer;
  void *place = take(size);
  memcpy(place, pointer, old->size);
  return place;
}

void carena_free(void *pointer) { (void)pointer; }

void carena_reset(void) {
  while (current && current->previous) {
    block *previous = current->previous;
    free(current);
    current = previous;
  }
  used = 0;
}
