#include "CSystem.h"

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

void csystem_grow_heaps_in_large_steps(void) {
#if defined(__GLIBC__)
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}
