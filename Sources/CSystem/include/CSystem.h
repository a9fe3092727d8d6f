#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Swaps what two paths name in one step. 0, or -1 with `errno` set; `ENOSYS` where the system has no such call.
int csystem_exchange(const char *one, const char *other);

#endif
