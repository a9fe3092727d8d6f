#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Swaps what two paths name in one step. 0, or -1 with `errno` set; `ENOSYS` where the system has no such call.
int csystem_exchange(const char *one, const char *other);

/// Opens a file or folder as `open` does, unless a symbolic link is anywhere in its path: then -1 with `errno` `ELOOP` (`ENOTDIR` on old
/// systems). What a signal interrupts is tried again.
int csystem_open(const char *path, int flags, unsigned mode);

/// Lets each thread's heap grow in steps of 16 MB. glibc's own step is 128 KB, and a build that keeps a hundred
/// megabytes of pages then spends a twentieth of its time asking the system for more. Nothing elsewhere.
void csystem_grow_heaps_in_large_steps(void);

/// Sees to it that this thread's heap has room for the next 8 MB. glibc lets the heaps of further threads grow by a page at a
/// time, whatever it was told, and each time all threads wait.
void csystem_reserve_heap(void);

/* The path of the running program, ended by a zero byte; 0 when it cannot be told or has no room. */
int csystem_executable_path(char *buffer, int size);

/// The mark that the linker gave the running program, of which no two programs have the same (the note `NT_GNU_BUILD_ID` of an ELF file).
/// Its bytes are copied to `buffer`; their number, or 0 when it has none or there is no room.
int csystem_build_id(unsigned char *buffer, int size);

/// Starts a program, found as the shell would find it but without one: `arguments` begin with its name and end with NULL. It reads nothing;
/// what it writes, with `listens` to standard error as well, comes out of `output`, which is to be closed.
/// 0, or the number of the failure.
int csystem_start(char *const arguments[], int listens, int *process, int *output);

/// Starts a program in the same way that reads one open file and writes another; what it says of failures is lost.
int csystem_filter(char *const arguments[], int input, int output, int *process);

/// Waits for its end: the exit status, or -1 after a signal.
int csystem_end(int process);

#endif
