#include "CArena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Eight bytes are what libcmark's structs need: pointers and integers.
enum { alignment = 8, first_block = 1 << 20, small_rooms = 64 };

// A block's header, then its bytes; the header's size keeps them aligned.
typedef struct block {
  struct block *previous;
  size_t capacity;
} block;

// Before every allocation stands its size, for realloc and free.
typedef struct {
  size_t size;
} header;

// What was given back, in its own place.
typedef struct freed {
  struct freed *next;
} freed;

_Static_assert(sizeof(block) % alignment == 0, "blocks keep their bytes aligned");
_Static_assert(sizeof(header) == alignment, "headers keep their bytes aligned");

static _Thread_local block *current;
static _Thread_local size_t used;
// By the room they have, in steps of `alignment`. A text of a million stars makes and drops nodes and delimiters by the million.
static _Thread_local freed *small[small_rooms];

void carena_out_of_memory(void) {
  fputs("limber: This process was given too little memory. Give it more (see `ulimit -v`).\n", stderr);
  _exit(74);
}

static char *bytes_of(block *one) { return (char *)one + sizeof(block); }

static void add_block(size_t least) {
  size_t capacity = current ? current->capacity * 2 : (size_t)first_block;
  while (capacity < least) {
    if (capacity > SIZE_MAX / 4) carena_out_of_memory();
    capacity *= 2;
  }
  block *fresh = malloc(sizeof(block) + capacity);
  if (!fresh) carena_out_of_memory();
  fresh->previous = current;
  fresh->capacity = capacity;
  current = fresh;
  used = 0;
}

// At least a pointer's, so that it can stand in a list when it is given back.
static size_t room_for(size_t size) {
  return size ? (size + alignment - 1) & ~(size_t)(alignment - 1) : (size_t)alignment;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 4) carena_out_of_memory();
  size_t room = room_for(size);
  if (room / alignment < small_rooms && small[room / alignment]) {
    freed *again = small[room / alignment];
    small[room / alignment] = again->next;
    ((header *)again - 1)->size = size;
    return again;
  }
  size_t needed = sizeof(header) + room;
  if (!current || current->capacity - used < needed) add_block(needed);
  header *place = (header *)(bytes_of(current) + used);
  place->size = size;
  used += needed;
  return place + 1;
}

void *carena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) carena_out_of_memory();
  void *place = take(count * size);
  memset(place, 0, count * size);
  return place;
}

void *carena_realloc(void *pointer, size_t size) {
  if (!pointer) return take(size);
  header *old = (header *)pointer - 1;
  if (size <= old->size) return pointer;
  size_t room = room_for(old->size), wanted = size > SIZE_MAX / 4 ? size : room_for(size);
  // What was taken last grows where it is.
  if ((char *)pointer + room == bytes_of(current) + used && wanted - room <= current->capacity - used) {
    used += wanted - room;
    old->size = size;
    return pointer;
  }
  void *place = take(size);
  memcpy(place, pointer, old->size);
  carena_free(pointer);
  return place;
}

void carena_free(void *pointer) {
  if (!pointer) return;
  size_t room = room_for(((header *)pointer - 1)->size) / alignment;
  if (room >= small_rooms) return;
  freed *one = pointer;
  one->next = small[room];
  small[room] = one;
}

void carena_reset(void) {
  while (current && current->previous) {
    block *previous = current->previous;
    free(current);
    current = previous;
  }
  used = 0;
  memset(small, 0, sizeof small);
}
