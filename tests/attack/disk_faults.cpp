// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD): counts what it does to the disk below one folder and spoils one step of it.
//   DISK_FOLDER  what is watched            DISK_AT    which step, from 1; 0 only counts
//   DISK_HOW     fail | full | short | kill | torn      DISK_LOG   every step with its bytes, for replaying a power cut
//                nolock: every lock is given, to everybody
//   DISK_COUNT   a file that gets the number of steps
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

long steps = 0;
bool spoiled = false;
int logFile = -2;

const char* setting(const char* name)
{
    const char* value = getenv(name);
    return value ? value : "";
}

template <class F>
F real(const char* name)
{
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

bool isBelow(const char* path)
{
    const char* folder = setting("DISK_FOLDER");
    return *folder && strncmp(path, folder, strlen(folder)) == 0;
}

bool pathOf(int fd, char* path, size_t room)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = readlink(link, path, room - 1);
    if (length <= 0)
        return false;
    path[length] = 0;
    return isBelow(path);
}

void raw(int fd, const void* bytes, size_t count)
{
    syscall(SYS_write, fd, bytes, count);
}

/// kind, offset, length of the path and of the data, then both.
void logStep(char kind, const char* path, int64_t offset, const void* data, int64_t count)
{
    if (logFile == -2) {
        const char* name = setting("DISK_LOG");
        logFile = *name ? static_cast<int>(syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) : -1;
    }
    if (logFile < 0)
        return;
    const int64_t head[3] = {offset, static_cast<int64_t>(strlen(path)), count};
    raw(logFile, &kind, 1);
    raw(logFile, head, sizeof head);
    raw(logFile, path, static_cast<size_t>(head[1]));
    if (count > 0 && data)
        raw(logFile, data, static_cast<size_t>(count));
}

void tellCount()
{
    const char* name = setting("DISK_COUNT");
    if (!*name)
        return;
    const int fd = static_cast<int>(syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    char text[32];
    raw(fd, text, static_cast<size_t>(snprintf(text, sizeof text, "%ld", steps)));
    syscall(SYS_close, fd);
}

enum class Turn { Go, Fail, Full, Short, Torn };

/// What happens to the step that comes now.
Turn next()
{
    ++steps;
    static const long at = atol(setting("DISK_AT"));
    static const char* how = setting("DISK_HOW");
    if (at == 0)
        tellCount();
    if (at == 0 || (steps != at && !(spoiled && strcmp(how, "full") == 0)))
        return Turn::Go;
    spoiled = true;
    if (strcmp(how, "kill") == 0)
        raise(SIGKILL);
    if (strcmp(how, "torn") == 0)
        return Turn::Torn;
    if (strcmp(how, "short") == 0)
        return Turn::Short;
    return strcmp(how, "full") == 0 ? Turn::Full : Turn::Fail;
}

int refuse(Turn turn)
{
    errno = turn == Turn::Full ? ENOSPC : EIO;
    return -1;
}

/// A write of `count` bytes: all of it, a part, or none. `write` performs it for a number of bytes.
template <class Write>
ssize_t spoilWrite(int fd, const void* bytes, size_t count, int64_t offset, Write write)
{
    char path[4096];
    if (count == 0 || !pathOf(fd, path, sizeof path))
        return write(count);
    switch (next()) {
    case Turn::Fail: return refuse(Turn::Fail);
    case Turn::Full: return refuse(Turn::Full);
    case Turn::Short: count = count / 2 > 0 ? count / 2 : count; break;
    case Turn::Torn:
        write(count / 2);
        raise(SIGKILL);
        break;
    case Turn::Go: break;
    }
    const ssize_t done = write(count);
    logStep(done > 0 ? 'w' : 'x', path, offset, bytes, done > 0 ? done : 0);
    return done;
}

template <class Do>
int spoilCall(int fd, char kind, int64_t size, Do call)
{
    char path[4096];
    if (!pathOf(fd, path, sizeof path))
        return call();
    if (const Turn turn = next(); turn == Turn::Fail || turn == Turn::Full)
        return refuse(turn);
    else if (turn == Turn::Torn)
        raise(SIGKILL);
    const int result = call();
    logStep(result == 0 ? kind : 'x', path, size, nullptr, 0);
    return result;
}

template <class Do>
int spoilName(const char* path, const char* to, char kind, Do call)
{
    if (!isBelow(path))
        return call();
    if (const Turn turn = next(); turn == Turn::Fail || turn == Turn::Full)
        return refuse(turn);
    else if (turn == Turn::Torn)
        raise(SIGKILL);
    const int result = call();
    logStep(result == 0 ? kind : 'x', path, 0, to, to ? static_cast<int64_t>(strlen(to)) : 0);
    return result;
}

}

extern "C" {

ssize_t write(int fd, const void* bytes, size_t count)
{
    const int64_t offset = lseek(fd, 0, SEEK_CUR);
    return spoilWrite(fd, bytes, count, offset, [&](size_t part) { return static_cast<ssize_t>(syscall(SYS_write, fd, bytes, part)); });
}

ssize_t writev(int fd, const struct iovec* parts, int count)
{
    // One after the other: a caller of writev has to go on after a part in any case.
    ssize_t done = 0;
    for (int i = 0; i < count; ++i) {
        const ssize_t one = write(fd, parts[i].iov_base, parts[i].iov_len);
        if (one < 0)
            return done > 0 ? done : one;
        done += one;
        if (static_cast<size_t>(one) < parts[i].iov_len)
            break;
    }
    return done;
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t offset)
{
    return spoilWrite(fd, bytes, count, offset, [&](size_t part) { return static_cast<ssize_t>(syscall(SYS_pwrite64, fd, bytes, part, offset)); });
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset)
{
    return pwrite64(fd, bytes, count, offset);
}

int ftruncate64(int fd, off64_t size)
{
    return spoilCall(fd, 't', size, [&] { return static_cast<int>(syscall(SYS_ftruncate, fd, size)); });
}

int ftruncate(int fd, off_t size)
{
    return ftruncate64(fd, size);
}

int fsync(int fd)
{
    return spoilCall(fd, 's', 0, [&] { return static_cast<int>(syscall(SYS_fsync, fd)); });
}

int fdatasync(int fd)
{
    return spoilCall(fd, 's', 0, [&] { return static_cast<int>(syscall(SYS_fdatasync, fd)); });
}

int fcntl64(int fd, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    char path[4096];
    if ((command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK) && strcmp(setting("DISK_HOW"), "nolock") == 0 && pathOf(fd, path, sizeof path))
        return 0;
    return static_cast<int>(syscall(SYS_fcntl, fd, command, argument));
}

int fcntl(int fd, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    return fcntl64(fd, command, argument);
}

int rename(const char* from, const char* to)
{
    return spoilName(from, to, 'r', [&] { return real<int (*)(const char*, const char*)>("rename")(from, to); });
}

int link(const char* from, const char* to)
{
    return spoilName(from, to, 'l', [&] { return real<int (*)(const char*, const char*)>("link")(from, to); });
}

int unlink(const char* path)
{
    return spoilName(path, nullptr, 'u', [&] { return real<int (*)(const char*)>("unlink")(path); });
}

int remove(const char* path)
{
    return spoilName(path, nullptr, 'u', [&] { return real<int (*)(const char*)>("remove")(path); });
}

}
