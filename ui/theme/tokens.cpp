// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace thidua::ui {
namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

}

ToneColors Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Ok: return ok;
    case Tone::Warn: return warn;
    case Tone::Bad: return bad;
    case Tone::Info: return info;
    case Tone::Mute: return mute;
    case Tone::None: break;
    }
    return {text, surf, mute.bar};
}

QColor Tokens::ink(Ink ink) const
{
    switch (ink) {
    case Ink::Text: return text;
    case Ink::Text2: return text2;
    case Ink::Text3: return text3;
    case Ink::Accent: return accent;
    case Ink::OnAccent: return onAccent;
    case Ink::Ok: return ok.text;
    case Ink::Warn: return warn.text;
    case Ink::Bad: return bad.text;
    case Ink::Info: return info.text;
    }
    return text;
}

const Tokens& lightTokens()
{
    static const Tokens tokens{
        rgb(0xEFF2F6), rgb(0xE6EBF1), rgb(0xFFFFFF), rgb(0xF7F9FB), rgb(0xF1F4F8), rgb(0xDDE3EA), rgb(0xC3CCD7), rgb(0x7E8A9A),
        rgb(0x1A2330), rgb(0x465365), rgb(0x5A6778), rgb(0x1B5A9E), rgb(0xFFFFFF), rgb(0xD9E8F8), rgb(0xEEF4FB),
        {rgb(0x17653A), rgb(0xE0F1E6), rgb(0x3C9A63)}, {rgb(0x7D4B00), rgb(0xFBEDCC), rgb(0xBB7A0E)},
        {rgb(0xA3221A), rgb(0xFBE4E1), rgb(0xCC4B3F)}, {rgb(0x1B5A9E), rgb(0xE2EDF9), rgb(0x3F7DBF)},
        {rgb(0x465365), rgb(0xE9EDF2), rgb(0xAEB9C6)}, rgb(0xA9B2BD), rgb(0xFFFFFF)};
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens{
        rgb(0x181C21), rgb(0x14181C), rgb(0x21262D), rgb(0x252B33), rgb(0x2A3039), rgb(0x343C47), rgb(0x465160), rgb(0x7C8897),
        rgb(0xE7EBF0), rgb(0xBAC3CE), rgb(0xA9B4C0), rgb(0x8ABAF2), rgb(0x0E2036), rgb(0x2A4362), rgb(0x29323D),
        {rgb(0x84D3A0), rgb(0x1E3B2B), rgb(0x4FAE77)}, {rgb(0xF0C46B), rgb(0x40341A), rgb(0xC9952F)},
        {rgb(0xF7A59B), rgb(0x4A2522), rgb(0xD5665B)}, {rgb(0x8ABAF2), rgb(0x20364F), rgb(0x5B93CF)},
        {rgb(0xBAC3CE), rgb(0x323A45), rgb(0x66717F)}, rgb(0x101317), rgb(0xFFFFFF)};
    return tokens;
}

}
