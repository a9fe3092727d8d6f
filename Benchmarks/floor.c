/* The yardstick of the benchmarks: the least a site generator can do.
 *
 *   cc -O2 floor.c $(pkg-config --cflags --libs libcmark) -lpthread -o floor
 *   floor [--jobs N] [--bytes-per-page N | --like DIR] SOURCE OUTPUT
 *
 * For each Markdown file below SOURCE it skips the front matter, runs cmark and
 * writes one page, OUTPUT/folder/name/index.html. Each page gets the same number
 * of bytes, the rendered HTML repeated or cut to that length, so that it puts as
 * much on disk as the generator it is compared with: N, or the bytes below DIR
 * divided by the number of pages; without either, just the HTML. It prints the
 * seconds from the first folder it opens to the last page it closes.
 *
 * Exit status: 0 done, 1 a file could not be read or written, 64 wrong usage.
 */

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAX_JOBS = 256, DEFAULT_JOBS = 2, EXIT_USAGE = 64 };

/* The paths, relative to SOURCE and without ".md", of all Markdown files. */
typedef struct {
  char **stems;
  size_t count, capacity;
} Pages;

/* What all threads share; only `next` and `failed` change while they run. */
typedef struct {
  const char *source, *output;
  Pages pages;
  size_t bytes_per_page; /* 0: as long as the HTML is */
  atomic_size_t next;
  atomic_bool failed;
} Build;

/* Bytes that a thread uses again for each page. */
typedef struct {
  char *bytes;
  size_t capacity;
} Buffer;

static bool report(const char *path) {
  fprintf(stderr, "floor: %s: %s\n", path, strerror(errno));
  return false;
}

static void *allocate(void *old, size_t size) {
  void *memory = realloc(old, size);
  if (memory == NULL) {
    perror("floor");
    exit(EXIT_FAILURE);
  }
  return memory;
}

static void reserve(Buffer *buffer, size_t size) {
  if (buffer->capacity >= size)
    return;
  buffer->bytes = allocate(buffer->bytes, size);
  buffer->capacity = size;
}

/* Joins into `path`; false, with errno set, if it does not fit. */
static bool join(char path[PATH_MAX], const char *folder, const char *name,
                 const char *suffix) {
  const char *slash = name[0] == '\0' ? "" : "/";
  int length = snprintf(path, PATH_MAX, "%s%s%s%s", folder, slash, name, suffix);
  if (length >= 0 && length < PATH_MAX)
    return true;
  errno = ENAMETOOLONG;
  return false;
}

static bool make_folder(const char *path) {
  return mkdir(path, 0777) == 0 || errno == EEXIST || report(path);
}

typedef enum { FOLDER, FILE_, OTHER } EntryType;

static EntryType entry_type(const char *path, const struct dirent *entry) {
  if (entry->d_type == DT_DIR)
    return FOLDER;
  if (entry->d_type == DT_REG)
    return FILE_;
  struct stat status;
  if (entry->d_type != DT_UNKNOWN || lstat(path, &status) != 0)
    return OTHER;
  return S_ISDIR(status.st_mode) ? FOLDER : S_ISREG(status.st_mode) ? FILE_ : OTHER;
}

static bool is_dots(const char *name) {
  return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static void add_page(Pages *pages, const char *relative) {
  size_t length = strlen(relative);
  if (length < 3 || strcmp(relative + length - 3, ".md") != 0)
    return;
  if (pages->count == pages->capacity) {
    pages->capacity = pages->capacity == 0 ? 1024 : 2 * pages->capacity;
    pages->stems = allocate(pages->stems, pages->capacity * sizeof *pages->stems);
  }
  char *stem = allocate(NULL, length - 2);
  memcpy(stem, relative, length - 3);
  stem[length - 3] = '\0';
  pages->stems[pages->count++] = stem;
}

/* Lists the Markdown files of SOURCE/relative and makes the same folders in OUTPUT. */
static bool discover(Build *build, const char *relative) {
  char folder[PATH_MAX], path[PATH_MAX], child[PATH_MAX];
  if (!join(path, build->output, relative, "") || !join(folder, build->source, relative, ""))
    return report(relative);
  if (!make_folder(path))
    return false;
  DIR *stream = opendir(folder);
  if (stream == NULL)
    return report(folder);
  bool good = true;
  const struct dirent *entry;
  while (good && (errno = 0, entry = readdir(stream)) != NULL) {
    if (is_dots(entry->d_name))
      continue;
    bool top = relative[0] == '\0';
    if (!join(child, top ? entry->d_name : relative, top ? "" : entry->d_name, "") ||
        !join(path, build->source, child, "")) {
      good = report(folder);
      break;
    }
    EntryType type = entry_type(path, entry);
    if (type == FOLDER)
      good = discover(build, child);
    else if (type == FILE_)
      add_page(&build->pages, child);
  }
  if (good && errno != 0)
    good = report(folder);
  closedir(stream);
  return good;
}

/* Adds the sizes of all files below `folder` to `total`. */
static bool measure(const char *folder, uint64_t *total) {
  DIR *stream = opendir(folder);
  if (stream == NULL)
    return report(folder);
  bool good = true;
  const struct dirent *entry;
  while (good && (errno = 0, entry = readdir(stream)) != NULL) {
    char path[PATH_MAX];
    struct stat status;
    if (is_dots(entry->d_name))
      continue;
    if (!join(path, folder, entry->d_name, "") || lstat(path, &status) != 0)
      good = report(folder);
    else if (S_ISDIR(status.st_mode))
      good = measure(path, total);
    else if (S_ISREG(status.st_mode))
      *total += (uint64_t)status.st_size;
  }
  if (good && errno != 0)
    good = report(folder);
  closedir(stream);
  return good;
}

/* Reads the whole file; its length is put into `length`. */
static bool read_file(const char *path, Buffer *buffer, size_t *length) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return report(path);
  struct stat status;
  bool good = fstat(file, &status) == 0;
  *length = 0;
  if (good) {
    size_t size = (size_t)status.st_size;
    reserve(buffer, size + 1);
    while (*length < size) {
      ssize_t count = read(file, buffer->bytes + *length, size - *length);
      if (count < 0 && errno == EINTR)
        continue;
      good = count >= 0;
      if (count <= 0)
        break;
      *length += (size_t)count;
    }
  }
  if (!good)
    report(path);
  close(file);
  return good;
}

/* Where the line that starts at `start` ends, its line feed included. */
static size_t line_end(const char *bytes, size_t start, size_t length) {
  const char *feed = memchr(bytes + start, '\n', length - start);
  return feed == NULL ? length : (size_t)(feed - bytes) + 1;
}

static bool is_fence(const char *line, size_t length) {
  while (length > 3 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
    length--;
  return length == 3 && memcmp(line, "---", 3) == 0;
}

/* Where the Markdown starts: after the closing fence of the front matter, or at 0. */
static size_t body_start(const char *bytes, size_t length) {
  size_t end = line_end(bytes, 0, length);
  if (!is_fence(bytes, end))
    return 0;
  for (size_t start = end; start < length; start = end) {
    end = line_end(bytes, start, length);
    if (is_fence(bytes + start, end - start))
      return end;
  }
  return 0;
}

/* Repeats the HTML, or cuts it, to `size` bytes; spaces if there is none. */
static void fill(Buffer *buffer, const char *html, size_t html_length, size_t size) {
  reserve(buffer, size);
  if (html_length == 0)
    memset(buffer->bytes, ' ', size);
  for (size_t done = 0; html_length > 0 && done < size;) {
    size_t count = size - done < html_length ? size - done : html_length;
    memcpy(buffer->bytes + done, html, count);
    done += count;
  }
}

static bool write_file(const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0)
    return report(path);
  bool good = true;
  for (size_t done = 0; good && done < length;) {
    ssize_t count = write(file, bytes + done, length - done);
    if (count >= 0)
      done += (size_t)count;
    else
      good = errno == EINTR;
  }
  if (!good)
    report(path);
  if (close(file) != 0 && good)
    good = report(path);
  return good;
}

static bool build_page(const Build *build, const char *stem, Buffer *input, Buffer *output) {
  char path[PATH_MAX];
  size_t length;
  if (!join(path, build->source, stem, ".md"))
    return report(stem);
  if (!read_file(path, input, &length))
    return false;
  size_t start = body_start(input->bytes, length);
  char *html = cmark_markdown_to_html(input->bytes + start, length - start, CMARK_OPT_SMART);
  if (html == NULL)
    return report(path);
  size_t html_length = strlen(html);
  bool good = join(path, build->output, stem, "") ? make_folder(path) : report(stem);
  if (good && !join(path, build->output, stem, "/index.html"))
    good = report(stem);
  if (good && build->bytes_per_page == 0) {
    good = write_file(path, html, html_length);
  } else if (good) {
    fill(output, html, html_length, build->bytes_per_page);
    good = write_file(path, output->bytes, build->bytes_per_page);
  }
  cmark_get_default_mem_allocator()->free(html);
  return good;
}

/* One thread: takes the next page until none is left. */
static void *work(void *argument) {
  Build *build = argument;
  Buffer input = {0}, output = {0};
  size_t index;
  while ((index = atomic_fetch_add(&build->next, 1)) < build->pages.count)
    if (!build_page(build, build->pages.stems[index], &input, &output))
      atomic_store(&build->failed, true);
  free(input.bytes);
  free(output.bytes);
  return NULL;
}

static bool run(Build *build, size_t jobs) {
  pthread_t threads[MAX_JOBS];
  size_t started = 0;
  while (started < jobs) {
    int problem = pthread_create(&threads[started], NULL, work, build);
    if (problem != 0) {
      fprintf(stderr, "floor: %s\n", strerror(problem));
      atomic_store(&build->failed, true);
      break;
    }
    started++;
  }
  for (size_t index = 0; index < started; index++)
    pthread_join(threads[index], NULL);
  return !atomic_load(&build->failed);
}

static double seconds_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int usage(void) {
  fputs("usage: floor [--jobs N] [--bytes-per-page N | --like DIR] SOURCE OUTPUT\n", stderr);
  return EXIT_USAGE;
}

/* A whole number from `least` to `most`, in decimal digits only. */
static bool parse_number(const char *text, size_t least, size_t most, size_t *number) {
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0 || value < least || value > most)
    return false;
  *number = (size_t)value;
  return true;
}

int main(int count, char **arguments) {
  Build build = {0};
  const char *like = NULL;
  size_t jobs = DEFAULT_JOBS;
  int index = 1;
  for (; index + 1 < count && strncmp(arguments[index], "--", 2) == 0; index += 2) {
    const char *name = arguments[index], *value = arguments[index + 1];
    bool good = true;
    if (strcmp(name, "--jobs") == 0)
      good = parse_number(value, 1, MAX_JOBS, &jobs);
    else if (strcmp(name, "--bytes-per-page") == 0)
      good = parse_number(value, 1, 1u << 30, &build.bytes_per_page);
    else if (strcmp(name, "--like") == 0)
      like = value;
    else
      good = false;
    if (!good)
      return usage();
  }
  if (count - index != 2 || (like != NULL && build.bytes_per_page != 0))
    return usage();
  build.source = arguments[index];
  build.output = arguments[index + 1];

  uint64_t total = 0;
  if (like != NULL && !measure(like, &total))
    return EXIT_FAILURE;
  double start = seconds_now();
  if (!discover(&build, ""))
    return EXIT_FAILURE;
  if (like != NULL && build.pages.count > 0)
    build.bytes_per_page = (size_t)(total / build.pages.count);
  bool good = run(&build, jobs);
  double seconds = seconds_now() - start;
  printf("%zu pages, %.4f seconds\n", build.pages.count, seconds);
  for (size_t page = 0; page < build.pages.count; page++)
    free(build.pages.stems[page]);
  free(build.pages.stems);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
