// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_vfs.h"

#include <cstring>
#include <limits>
#include <new>
#include <sqlite3.h>

namespace thidua::test {
namespace {

int g_calls = 0;
int g_failAt = std::numeric_limits<int>::max();
int g_code = SQLITE_IOERR;
bool g_onReading = false;
bool g_lies = false;

/// True when this writing call is to fail.
bool fails()
{
    return !g_onReading && ++g_calls >= g_failAt;
}

bool readingFails()
{
    return g_onReading && ++g_calls >= g_failAt;
}

struct FaultFile {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<FaultFile*>(file)->real;
}

int closeFile(sqlite3_file* file)
{
    sqlite3_file* inner = real(file);
    const int code = inner->pMethods->xClose(inner);
    sqlite3_free(inner);
    return code;
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    return fails() ? g_code : real(file)->pMethods->xWrite(real(file), bytes, count, at);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return fails() ? g_code : real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    return fails() ? g_code : real(file)->pMethods->xSync(real(file), flags);
}

const sqlite3_io_methods kMethods = {
    1,
    closeFile,
    [](sqlite3_file* f, void* to, int count, sqlite3_int64 at) { return readingFails() ? g_code : real(f)->pMethods->xRead(real(f), to, count, at); },
    writeFile,
    truncateFile,
    syncFile,
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return g_lies ? SQLITE_OK : real(f)->pMethods->xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return g_lies ? SQLITE_OK : real(f)->pMethods->xUnlock(real(f), level); },
    [](sqlite3_file* f, int* reserved) {
        if (!g_lies)
            return real(f)->pMethods->xCheckReservedLock(real(f), reserved);
        *reserved = 0;
        return SQLITE_OK;
    },
    [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
    [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

sqlite3_vfs* usual()
{
    static sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out)
{
    auto* fault = reinterpret_cast<FaultFile*>(file);
    fault->base.pMethods = nullptr;
    fault->real = static_cast<sqlite3_file*>(sqlite3_malloc(usual()->szOsFile));
    std::memset(fault->real, 0, static_cast<std::size_t>(usual()->szOsFile));
    const int code = usual()->xOpen(usual(), name, fault->real, flags, out);
    if (code == SQLITE_OK)
        fault->base.pMethods = &kMethods;
    else
        sqlite3_free(fault->real);
    return code;
}

sqlite3_vfs makeVfs()
{
    sqlite3_vfs vfs = *usual();
    vfs.szOsFile = sizeof(FaultFile);
    vfs.zName = "fault";
    vfs.pNext = nullptr;
    vfs.xOpen = openFile;
    return vfs;
}

}

const char* FaultVfs::name()
{
    static sqlite3_vfs vfs = makeVfs();
    static const bool registered = sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    static_cast<void>(registered);
    return "fault";
}

void FaultVfs::failAfter(int after, int code)
{
    g_calls = 0;
    g_failAt = after;
    g_code = code;
    g_onReading = false;
}

void FaultVfs::failReadingAfter(int after, int code)
{
    failAfter(after, code);
    g_onReading = true;
}

void FaultVfs::lieAboutLocks(bool lies)
{
    g_lies = lies;
}

FaultVfs::AsUsual::AsUsual()
{
    name();
    m_before = usual();
    sqlite3_vfs_register(sqlite3_vfs_find(name()), 1);
}

FaultVfs::AsUsual::~AsUsual()
{
    heal();
    sqlite3_vfs_register(m_before, 1);
}

void FaultVfs::heal()
{
    g_calls = 0;
    g_failAt = std::numeric_limits<int>::max();
    g_onReading = false;
}

int FaultVfs::calls()
{
    return g_calls;
}

}
