#define _GNU_SOURCE
#include "CSystem.h"

#if defined(__linux__)
#include <elf.h>
#include <link.h>
#include <string.h>

struct found {
  unsigned char *buffer;
  int size;
  int length;
};

static size_t padded(size_t length) { return (length + 3) & ~(size_t)3; }

/* Called with the program itself first, and with nothing else since it ends the walk. */
static int look(struct dl_phdr_info *program, size_t size, void *result) {
  (void)size;
  struct found *found = result;
  for (int i = 0; i < program->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &program->dlpi_phdr[i];
    if (part->p_type != PT_NOTE) continue;
    const unsigned char *at = (const unsigned char *)(program->dlpi_addr + part->p_vaddr);
    const unsigned char *end = at + part->p_memsz;
    while (at + sizeof(ElfW(Nhdr)) <= end) {
      ElfW(Nhdr) note;
      memcpy(&note, at, sizeof note);
      const unsigned char *name = at + sizeof note;
      const unsigned char *text = name + padded(note.n_namesz);
      if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
        if ((int)note.n_descsz > found->size) return 1;
        memcpy(found->buffer, text, note.n_descsz);
        found->length = (int)note.n_descsz;
        return 1;
      }
      at = text + padded(note.n_descsz);
    }
  }
  return 1;
}

int csystem_build_id(unsigned char *buffer, int size) {
  struct found found = {buffer, size, 0};
  dl_iterate_phdr(look, &found);
  return found.length;
}
#else
int csystem_build_id(unsigned char *buffer, int size) {
  (void)buffer;
  (void)size;
  return 0;
}
#endif
