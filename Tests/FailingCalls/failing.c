/* Loaded before the C library (LD_PRELOAD), makes one call of a program fail that asks the disk for something below a folder:
 *   FAILING_ROOT    the folder
 *   FAILING_CALL    which of its calls, from 1
 *   FAILING_ERROR   the number of the failure; 0: the process is killed instead
 *   FAILING_SWAP    when set, no two names can be swapped
 *   FAILING_LOG     a file that is made when a call failed, with the call's name in it
 * Only what the program itself calls is counted, not what the C library does on the way. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { most_descriptors = 4096 };
static atomic_int calls;
static atomic_char watched[most_descriptors];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_inside(const char *path) {
  const char *root = getenv("FAILING_ROOT");
  return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_watched(int descriptor) {
  return descriptor >= 0 && descriptor < most_descriptors && watched[descriptor];
}

static int watch(int descriptor, int is_inside) {
  if (descriptor >= 0 && descriptor < most_descriptors) watched[descriptor] = (char)is_inside;
  return descriptor;
}

/* Whether this call is the one. */
static int fails(int concerns, const char *name) {
  if (!concerns) return 0;
  const char *call = getenv("FAILING_CALL"), *error = getenv("FAILING_ERROR"), *log = getenv("FAILING_LOG");
  if (!call || !error || !log || atomic_fetch_add(&calls, 1) + 1 != atoi(call)) return 0;
  int descriptor = REAL(open)(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (descriptor >= 0) {
    REAL(write)(descriptor, name, strlen(name));
    REAL(close)(descriptor);
  }
  if (!atoi(error)) raise(SIGKILL);
  errno = atoi(error);
  return 1;
}

#define MODE(flags, last) \
  unsigned mode = 0; \
  if ((flags) & O_CREAT) { va_list list; va_start(list, last); mode = va_arg(list, unsigned); va_end(list); }

int open(const char *path, int flags, ...) {
  MODE(flags, flags)
  int inside = is_inside(path);
  return fails(inside, "open") ? -1 : watch(REAL(open)(path, flags, mode), inside);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE(flags, flags)
  int inside = is_inside(path) || is_watched(folder);
  return fails(inside, "openat") ? -1 : watch(REAL(openat)(folder, path, flags, mode), inside);
}

long syscall(long number, ...) {
  long a[6];
  va_list list;
  va_start(list, number);
  for (int place = 0; place < 6; place++) a[place] = va_arg(list, long);
  va_end(list);
  long (*real)(long, ...) = dlsym(RTLD_NEXT, "syscall");
  if (number != SYS_openat2) return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
  int inside = is_inside((const char *)a[1]);
  if (fails(inside, "openat2")) return -1;
  return watch((int)real(number, a[0], a[1], a[2], a[3], a[4], a[5]), inside);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  return fails(is_watched(descriptor), "read") ? -1 : REAL(read)(descriptor, bytes, count);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t start) {
  return fails(is_watched(descriptor), "pread") ? -1 : REAL(pread)(descriptor, bytes, count, start);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  return fails(is_watched(descriptor), "write") ? -1 : REAL(write)(descriptor, bytes, count);
}

/* The descriptor is gone, whatever is said. */
int close(int descriptor) {
  int failed = fails(is_watched(descriptor), "close"), error = errno;
  watch(descriptor, 0);
  int result = REAL(close)(descriptor);
  if (!failed) return result;
  errno = error;
  return -1;
}

int fsync(int descriptor) { return fails(is_watched(descriptor), "fsync") ? -1 : REAL(fsync)(descriptor); }

int fstat(int descriptor, struct stat *status) {
  return fails(is_watched(descriptor), "fstat") ? -1 : REAL(fstat)(descriptor, status);
}

int stat(const char *path, struct stat *status) {
  return fails(is_inside(path), "stat") ? -1 : REAL(stat)(path, status);
}

int lstat(const char *path, struct stat *status) {
  return fails(is_inside(path), "lstat") ? -1 : REAL(lstat)(path, status);
}

DIR *fdopendir(int descriptor) {
  return fails(is_watched(descriptor), "fdopendir") ? NULL : REAL(fdopendir)(descriptor);
}

struct dirent *readdir(DIR *folder) {
  return fails(is_watched(dirfd(folder)), "readdir") ? NULL : REAL(readdir)(folder);
}

int closedir(DIR *folder) {
  watch(dirfd(folder), 0);
  return REAL(closedir)(folder);
}

int rename(const char *old, const char *new) { return fails(is_inside(old), "rename") ? -1 : REAL(rename)(old, new); }

int renameat2(int one, const char *old, int other, const char *new, unsigned flags) {
  if (getenv("FAILING_SWAP")) {
    errno = ENOSYS;
    return -1;
  }
  return fails(is_inside(old), "renameat2") ? -1 : REAL(renameat2)(one, old, other, new, flags);
}

int link(const char *old, const char *new) { return fails(is_inside(old), "link") ? -1 : REAL(link)(old, new); }

int unlink(const char *path) { return fails(is_inside(path), "unlink") ? -1 : REAL(unlink)(path); }

int mkdir(const char *path, mode_t mode) { return fails(is_inside(path), "mkdir") ? -1 : REAL(mkdir)(path, mode); }

int rmdir(const char *path) { return fails(is_inside(path), "rmdir") ? -1 : REAL(rmdir)(path); }

int flock(int descriptor, int what) { return fails(is_watched(descriptor), "flock") ? -1 : REAL(flock)(descriptor, what); }
