/* Loaded before libyaml (LD_PRELOAD), gives it no memory once:
 *   FAILING_CALL    which of its requests, from 1; 0: none
 *   FAILING_LOG     a file that is made with the number of requests in it when the program ends well */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_int requests;

static int fails(void) {
  const char *call = getenv("FAILING_CALL");
  return atomic_fetch_add(&requests, 1) + 1 == (call ? atoi(call) : 0);
}

void *yaml_malloc(size_t size) { return fails() ? NULL : malloc(size ? size : 1); }

void *yaml_realloc(void *place, size_t size) { return fails() ? NULL : realloc(place, size ? size : 1); }

__attribute__((destructor)) static void log_requests(void) {
  const char *path = getenv("FAILING_LOG");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d", requests);
  fclose(file);
}
