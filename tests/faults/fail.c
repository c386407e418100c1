// A disk that fails: preloaded into a process, it counts the calls that concern anything below one
// of the folders in FAULT_ROOTS (separated by ":") and lets the one with the number FAULT_AT fail.
//
// FAULT_HOW says how: "kill" ends the process before the call is made; "EIO" and "EACCES" refuse
// it; "ENOSPC" refuses it where it needs space; "full" writes one half and refuses all that needs
// space from then on. FAULT_NO_EXCHANGE makes a disk that cannot exchange two names.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SPACE = 1, WRITE = 2 };

static long count;
static int full;

static int below(const char *path) {
  const char *roots = getenv("FAULT_ROOTS");
  while (roots && *roots) {
    size_t length = strcspn(roots, ":");
    if (!strncmp(path, roots, length) && (path[length] == '/' || !path[length])) return 1;
    roots += length + (roots[length] == ':');
  }
  return 0;
}

static void of_fd(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  long length = syscall(SYS_readlink, link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
}

static void at(int folder, const char *name, char *path) {
  // Rust asks with no name at all whether the system knows a call.
  if (!name) {
    path[0] = 0;
  } else if (name[0] == '/' || folder == AT_FDCWD) {
    snprintf(path, PATH_MAX, "%s", name);
  } else {
    of_fd(folder, path);
    size_t length = strlen(path);
    if (*name) snprintf(path + length, PATH_MAX - length, "/%s", name);
  }
}

// Whether the call fails; errno is set then. 2 asks for half a write.
static int fails(const char *call, const char *path, int needs) {
  const char *how = getenv("FAULT_HOW");
  if (!how || !below(path)) return 0;
  if (full && needs) return errno = ENOSPC, 1;
  if (!strcmp(how, "ENOSPC") && !needs) return 0;
  if (!strcmp(how, "full") && !(needs & WRITE)) return 0;
  if (++count != atol(getenv("FAULT_AT"))) return 0;
  dprintf(2, "fault: %s %s\n", call, path);
  if (!strcmp(how, "kill")) {
    raise(SIGKILL);
    for (;;) pause();
  }
  if (!strcmp(how, "full")) return full = 1, 2;
  errno = !strcmp(how, "ENOSPC") ? ENOSPC : !strcmp(how, "EACCES") ? EACCES : EIO;
  return 1;
}

static int fails_at(const char *call, int folder, const char *name, int needs) {
  char path[PATH_MAX * 2];
  at(folder, name, path);
  return fails(call, path, needs);
}

static int fails_fd(const char *call, int fd, int needs) {
  char path[PATH_MAX];
  of_fd(fd, path);
  return fails(call, path, needs);
}

#define REAL(type, name, ...)                              \
  static type (*real)(__VA_ARGS__);                        \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                                                        \
  int name(const char *path, int flags, ...) {                                            \
    REAL(int, name, const char *, int, ...);                                              \
    va_list rest;                                                                         \
    va_start(rest, flags);                                                                \
    mode_t mode = va_arg(rest, mode_t);                                                   \
    va_end(rest);                                                                         \
    if (fails_at(#name, AT_FDCWD, path, flags & O_CREAT ? SPACE : 0)) return -1;          \
    return real(path, flags, mode);                                                       \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                      \
  int name(int folder, const char *path, int flags, ...) {                                \
    REAL(int, name, int, const char *, int, ...);                                         \
    va_list rest;                                                                         \
    va_start(rest, flags);                                                                \
    mode_t mode = va_arg(rest, mode_t);                                                   \
    va_end(rest);                                                                         \
    if (fails_at(#name, folder, path, flags & O_CREAT ? SPACE : 0)) return -1;            \
    return real(folder, path, flags, mode);                                               \
  }
OPENAT(openat)
OPENAT(openat64)

#define ON_FD(name, parameters, arguments, needs)                                         \
  int name parameters {                                                                   \
    REAL(int, name, EXPAND parameters);                                                   \
    if (fails_fd(#name, fd, needs)) return -1;                                            \
    return real arguments;                                                                \
  }
#define EXPAND(...) __VA_ARGS__
ON_FD(fstat, (int fd, struct stat *out), (fd, out), 0)
ON_FD(fstat64, (int fd, struct stat64 *out), (fd, out), 0)
ON_FD(ftruncate, (int fd, off_t length), (fd, length), SPACE)
ON_FD(ftruncate64, (int fd, off64_t length), (fd, length), SPACE)
ON_FD(flock, (int fd, int how), (fd, how), 0)
ON_FD(fchmod, (int fd, mode_t mode), (fd, mode), 0)

// The descriptor is gone whatever close says.
int close(int fd) {
  REAL(int, close, int);
  int failed = fails_fd("close", fd, 0), error = errno;
  int closed = real(fd);
  if (failed) errno = error;
  return failed ? -1 : closed;
}

ssize_t read(int fd, void *to, size_t length) {
  REAL(ssize_t, read, int, void *, size_t);
  if (fails_fd("read", fd, 0)) return -1;
  return real(fd, to, length);
}

ssize_t write(int fd, const void *from, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  int failed = fails_fd("write", fd, SPACE | WRITE);
  if (failed == 1) return -1;
  return real(fd, from, failed == 2 ? length / 2 : length);
}

ssize_t writev(int fd, const struct iovec *from, int parts) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  int failed = fails_fd("writev", fd, SPACE | WRITE);
  if (failed == 1) return -1;
  return real(fd, from, failed == 2 ? (parts + 1) / 2 : parts);
}

ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  int failed = fails_fd("copy_file_range", out, SPACE | WRITE);
  if (failed == 1) return -1;
  return real(in, in_at, out, out_at, failed == 2 ? 1 : length, flags);
}

ssize_t sendfile64(int out, int in, off64_t *at, size_t length) {
  REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
  int failed = fails_fd("sendfile", out, SPACE | WRITE);
  if (failed == 1) return -1;
  return real(out, in, at, failed == 2 ? 1 : length);
}

#define ON_PATH(name, parameters, arguments, path, needs)                                 \
  int name parameters {                                                                   \
    REAL(int, name, EXPAND parameters);                                                   \
    if (fails_at(#name, AT_FDCWD, path, needs)) return -1;                                \
    return real arguments;                                                                \
  }
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), path, SPACE)
ON_PATH(rmdir, (const char *path), (path), path, 0)
ON_PATH(unlink, (const char *path), (path), path, 0)
ON_PATH(rename, (const char *from, const char *to), (from, to), to, 0)
ON_PATH(symlink, (const char *goal, const char *path), (goal, path), path, SPACE)
ON_PATH(chmod, (const char *path, mode_t mode), (path, mode), path, 0)
ON_PATH(stat64, (const char *path, struct stat64 *out), (path, out), path, 0)
ON_PATH(lstat64, (const char *path, struct stat64 *out), (path, out), path, 0)

#define ON_AT(name, parameters, arguments, needs)                                         \
  int name parameters {                                                                   \
    REAL(int, name, EXPAND parameters);                                                   \
    if (fails_at(#name, folder, path, needs)) return -1;                                  \
    return real arguments;                                                                \
  }
ON_AT(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode), SPACE)
ON_AT(unlinkat, (int folder, const char *path, int flags), (folder, path, flags), 0)
ON_AT(symlinkat, (const char *goal, int folder, const char *path), (goal, folder, path), SPACE)
ON_AT(statx, (int folder, const char *path, int flags, unsigned mask, struct statx *out),
      (folder, path, flags, mask, out), 0)
ON_AT(fstatat64, (int folder, const char *path, struct stat64 *out, int flags), (folder, path, out, flags), 0)
ON_AT(linkat, (int from, const char *name, int folder, const char *path, int flags),
      (from, name, folder, path, flags), SPACE)
ON_AT(renameat, (int from, const char *name, int folder, const char *path), (from, name, folder, path), 0)

int renameat2(int from, const char *name, int folder, const char *path, unsigned flags) {
  REAL(int, renameat2, int, const char *, int, const char *, unsigned);
  if (fails_at("renameat2", folder, path, 0)) return -1;
  if (getenv("FAULT_NO_EXCHANGE") && flags) return errno = EINVAL, -1;
  return real(from, name, folder, path, flags);
}

ssize_t readlink(const char *path, char *to, size_t length) {
  REAL(ssize_t, readlink, const char *, char *, size_t);
  if (fails_at("readlink", AT_FDCWD, path, 0)) return -1;
  return real(path, to, length);
}

char *realpath(const char *path, char *to) {
  REAL(char *, realpath, const char *, char *);
  if (fails_at("realpath", AT_FDCWD, path, 0)) return NULL;
  return real(path, to);
}

DIR *opendir(const char *path) {
  REAL(DIR *, opendir, const char *);
  if (fails_at("opendir", AT_FDCWD, path, 0)) return NULL;
  return real(path);
}

struct dirent64 *readdir64(DIR *folder) {
  REAL(struct dirent64 *, readdir64, DIR *);
  if (fails_fd("readdir", dirfd(folder), 0)) return NULL;
  return real(folder);
}
