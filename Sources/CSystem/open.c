// openat2 has no function in glibc, and Swift's Glibc module does not show O_PATH, which glibc declares for GNU sources only.
#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Tries again what a signal interrupted. */
static int open_at(int folder, const char *name, int flags, unsigned mode) {
  int descriptor;
  do descriptor = openat(folder, name, flags, mode);
  while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

#if !defined(O_NOFOLLOW_ANY)
#if defined(O_PATH)
enum { folder_flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };
#else
enum { folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };
#endif

/* Part by part, each seen from the folder before it. */
static int open_part_by_part(const char *path, int flags, unsigned mode) {
  int folder = open_at(AT_FDCWD, *path == '/' ? "/" : ".", folder_flags, 0);
  char name[NAME_MAX + 1];
  while (folder >= 0) {
    while (*path == '/') path++;
    size_t length = strcspn(path, "/");
    int failure = length > NAME_MAX ? ENAMETOOLONG : 0;
    if (failure) {
      close(folder);
      errno = failure;
      return -1;
    }
    memcpy(name, path, length);
    name[length] = 0;
    path += length;
    int is_last = !path[strspn(path, "/")];
    int next = open_at(folder, length ? name : ".", is_last ? flags | O_NOFOLLOW | O_CLOEXEC : folder_flags, mode);
    failure = errno;
    close(folder);
    errno = failure;
    if (is_last) return next;
    folder = next;
  }
  return -1;
}
#endif

int csystem_open(const char *path, int flags, unsigned mode) {
#if defined(O_NOFOLLOW_ANY)
  return open_at(AT_FDCWD, path, flags | O_NOFOLLOW_ANY | O_CLOEXEC, mode);
#else
#if defined(SYS_openat2)
  /* struct open_how and RESOLVE_NO_SYMLINKS of linux/openat2.h, which not every system has. */
  struct { uint64_t flags, mode, resolve; } how = {
    .flags = (uint64_t)(flags | O_CLOEXEC), .mode = flags & O_CREAT ? mode : 0, .resolve = 0x04,
  };
  static atomic_int is_missing;
  if (!atomic_load_explicit(&is_missing, memory_order_relaxed)) {
    long descriptor;
    do descriptor = syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    while (descriptor < 0 && errno == EINTR);
    /* A sandbox that does not know the call forbids it. */
    if (descriptor >= 0 || (errno != ENOSYS && errno != EPERM)) return (int)descriptor;
    if (errno == ENOSYS) atomic_store_explicit(&is_missing, 1, memory_order_relaxed);
  }
#endif
  return open_part_by_part(path, flags, mode);
#endif
}
