#include "CSystem.h"
#include <unistd.h>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#include <stdint.h>
#endif

int csystem_executable_path(char *buffer, int size) {
#if defined(__APPLE__)
  uint32_t room = (uint32_t)size;
  return _NSGetExecutablePath(buffer, &room) == 0;
#else
  ssize_t length = readlink("/proc/self/exe", buffer, (size_t)size - 1);
  if (length < 0 || length >= size - 1) return 0;
  buffer[length] = 0;
  return 1;
#endif
}
