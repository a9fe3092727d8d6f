#include "CSystem.h"

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

enum { step = 8 << 20 };

void csystem_grow_heaps_in_large_steps(void) {
#if defined(__GLIBC__)
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  // So that what the next function asks for comes from the heap.
  mallopt(M_MMAP_THRESHOLD, 2 * step);
#endif
}

void csystem_reserve_heap(void) {
#if defined(__GLIBC__)
  // Volatile, or the compiler would see that nothing is made of it and leave both calls out.
  void *volatile room = malloc(step);
  free(room);
#endif
}
