// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/packed_text.h"

#include <array>
#include <new>
#include <zlib.h>

namespace thidua::storage {
namespace {

// zlib's signatures are without const and in its own widths.
Bytef* bytesOf(std::string_view text)
{
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
}

/// zlib looks back 32 KiB and no further.
std::string_view dictionaryOf(std::string_view base)
{
    constexpr std::size_t kWindow = 32 * 1024;
    return base.size() > kWindow ? base.substr(base.size() - kWindow) : base;
}

uInt width(std::size_t size)
{
    return static_cast<uInt>(size);
}

/// Gives zlib's memory back, also when the text no longer fits into ours.
struct End {
    z_stream& stream;
    int (*end)(z_streamp);
    ~End() { end(&stream); }
};

/// Runs `step` until the stream ends; each full buffer goes to `out`.
template <class Out, class Step>
int run(z_stream& stream, Out out, Step step)
{
    std::array<char, 16 * 1024> buffer{};
    int answer = Z_OK;
    while (answer == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = width(buffer.size());
        answer = step(stream);
        out(buffer.data(), buffer.size() - stream.avail_out);
    }
    return answer;
}

}

Bytes packText(std::string_view text, std::string_view base)
{
    z_stream stream{};
    if (deflateInit(&stream, Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc();
    const End guard{stream, deflateEnd};
    if (const auto dictionary = dictionaryOf(base); !dictionary.empty())
        deflateSetDictionary(&stream, bytesOf(dictionary), width(dictionary.size()));
    stream.next_in = bytesOf(text);
    stream.avail_in = width(text.size());
    Bytes packed;
    const auto add = [&packed](const char* data, std::size_t size) {
        const auto* bytes = reinterpret_cast<const std::byte*>(data);
        packed.insert(packed.end(), bytes, bytes + size);
    };
    run(stream, add, [](z_stream& s) { return deflate(&s, Z_FINISH); });
    return packed;
}

std::string unpackText(const Bytes& packed, std::string_view base)
{
    z_stream stream{};
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = width(packed.size());
    if (inflateInit(&stream) != Z_OK)
        throw std::bad_alloc();
    const End guard{stream, inflateEnd};
    std::string text;
    const auto answer = run(stream, [&text](const char* data, std::size_t size) { text.append(data, size); }, [base](z_stream& s) {
        const int here = inflate(&s, Z_NO_FLUSH);
        if (here != Z_NEED_DICT)
            return here;
        const auto dictionary = dictionaryOf(base);
        return inflateSetDictionary(&s, bytesOf(dictionary), width(dictionary.size()));
    });
    if (answer != Z_STREAM_END)
        throw BadColumn("a packed text cannot be read");
    return text;
}

}
