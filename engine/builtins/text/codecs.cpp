// Text to bytes and back: UTF-8, -16 and -32, ASCII, Latin-1, and the escape sequences of literals.

#include <optional>

#include "engine/builtins/errors/exceptions.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/objects/containers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/character_names.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

enum class Codec : uint8_t {
  Utf8,
  Utf8Sig,
  Ascii,
  Latin1,
  Utf16,
  Utf16Le,
  Utf16Be,
  Utf32,
  Utf32Le,
  Utf32Be,
  UnicodeEscape,
  RawUnicodeEscape,
};

// Names in lower case and with hyphens; the first of each codec is the one that errors say.
constexpr std::pair<std::string_view, Codec> kNames[] = {
    {"utf-8", Codec::Utf8},
    {"utf8", Codec::Utf8},
    {"u8", Codec::Utf8},
    {"utf-8-sig", Codec::Utf8Sig},
    {"ascii", Codec::Ascii},
    {"us-ascii", Codec::Ascii},
    {"646", Codec::Ascii},
    {"latin-1", Codec::Latin1},
    {"latin1", Codec::Latin1},
    {"iso-8859-1", Codec::Latin1},
    {"iso8859-1", Codec::Latin1},
    {"l1", Codec::Latin1},
    {"utf-16", Codec::Utf16},
    {"utf16", Codec::Utf16},
    {"u16", Codec::Utf16},
    {"utf-16-le", Codec::Utf16Le},
    {"utf-16le", Codec::Utf16Le},
    {"utf-16-be", Codec::Utf16Be},
    {"utf-16be", Codec::Utf16Be},
    {"utf-32", Codec::Utf32},
    {"utf32", Codec::Utf32},
    {"u32", Codec::Utf32},
    {"utf-32-le", Codec::Utf32Le},
    {"utf-32le", Codec::Utf32Le},
    {"utf-32-be", Codec::Utf32Be},
    {"utf-32be", Codec::Utf32Be},
    {"unicodeescape", Codec::UnicodeEscape},
    {"unicode-escape", Codec::UnicodeEscape},
    {"rawunicodeescape", Codec::RawUnicodeEscape},
    {"raw-unicode-escape", Codec::RawUnicodeEscape},
};

std::optional<Codec> codec_of(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c == '_' || c == ' ') c = '-';
    plain += char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  for (const auto& [known, codec] : kNames) {
    if (plain == known) return codec;
  }
  return std::nullopt;
}

std::string_view codec_name(Codec codec) {
  for (const auto& [name, named] : kNames) {
    if (named == (codec == Codec::Utf8Sig ? Codec::Utf8 : codec)) return name;
  }
  return {};
}

// How many bytes make a unit, and whether the highest comes first.
size_t unit_size(Codec codec) {
  return codec < Codec::Utf16 || codec > Codec::Utf32Be ? 1 : codec < Codec::Utf32 ? 2 : 4;
}
bool is_big_endian(Codec codec) { return codec == Codec::Utf16Be || codec == Codec::Utf32Be; }

bool take_options(Value encoding, Value errors, Codec& codec, std::string_view& how) {
  std::optional<Codec> named = encoding ? codec_of(text_of(encoding)) : Codec::Utf8;
  how = errors ? text_of(errors) : "strict";
  if (!named) {
    raise_error(types.LookupError, concat({"unknown encoding: ", text_of(encoding)}));
    return false;
  }
  codec = *named;
  return true;
}

Ref raise_unicode_error(Type* type, Codec codec, Value object, size_t start, size_t end,
                        const char* reason) {
  Ref name = new_str(codec_name(codec)), why = new_str(reason);
  Value args[] = {name, object, Value::of_int(int64_t(start)), Value::of_int(int64_t(end)), why};
  set_pending(new_exception_object(type, args));
  return {};
}

bool unknown_handler(std::string_view how) {
  raise_error(types.LookupError, concat({"unknown error handler name '", how, "'"}));
  return false;
}

bool is_surrogate(uint32_t code) { return code >= 0xd800 && code < 0xe000; }

void append_units(std::string& out, Codec codec, uint32_t code) {
  uint32_t units[2] = {code, 0};
  const size_t size = unit_size(codec), count = size == 2 && code > 0xffff ? 2 : 1;
  if (count == 2) {
    units[0] = 0xd800 + ((code - 0x10000) >> 10);
    units[1] = 0xdc00 + (code & 0x3ff);
  }
  for (size_t unit = 0; unit < count; ++unit) {
    for (size_t i = 0; i < size; ++i) {
      out += char(units[unit] >> 8 * (is_big_endian(codec) ? size - 1 - i : i));
    }
  }
}

void append_escape(std::string& out, uint32_t code) {
  char text[12];
  snprintf(text, sizeof text,
           code < 0x100     ? "\\x%02x"
           : code < 0x10000 ? "\\u%04x"
                            : "\\U%08x",
           code);
  out += text;
}

void append_character(std::string& out, Codec codec, uint32_t code) {
  switch (codec) {
    case Codec::Utf8:
    case Codec::Utf8Sig: utf8::append(out, code); break;
    case Codec::Ascii:
    case Codec::Latin1: out += char(code); break;
    case Codec::UnicodeEscape:
      if (code == '\n' || code == '\t' || code == '\r' || code == '\\') {
        out += {'\\', code == '\n' ? 'n' : code == '\t' ? 't' : code == '\r' ? 'r' : '\\'};
      } else if (code >= ' ' && code < 0x7f) {
        out += char(code);
      } else {
        append_escape(out, code);
      }
      break;
    case Codec::RawUnicodeEscape:
      if (code < 0x100) {
        out += char(code);
      } else {
        append_escape(out, code);
      }
      break;
    default: append_units(out, codec, code); break;
  }
}

bool append_unencodable(std::string& out, Codec codec, std::string_view how, uint32_t code) {
  std::string instead;
  if (how == "ignore") return true;
  if (how == "replace") {
    instead = "?";
  } else if (how == "xmlcharrefreplace") {
    instead = concat({"&#", std::to_string(code), ";"});
  } else if (how == "backslashreplace") {
    append_escape(instead, code);
  } else if (how == "surrogatepass" && is_surrogate(code)) {
    append_character(out, codec, code);
  } else {
    return unknown_handler(how);
  }
  for (char c : instead) append_character(out, codec, uint8_t(c));
  return true;
}

bool encodable(Codec codec, uint32_t code) {
  switch (codec) {
    case Codec::Ascii: return code < 0x80;
    case Codec::Latin1: return code < 0x100;
    case Codec::UnicodeEscape:
    case Codec::RawUnicodeEscape: return true;
    default: return !is_surrogate(code);
  }
}

const char* encode_reason(Codec codec) {
  return codec == Codec::Ascii    ? "ordinal not in range(128)"
         : codec == Codec::Latin1 ? "ordinal not in range(256)"
                                  : "surrogates not allowed";
}

// What stands at a place of the bytes: a character, or something ill-formed.
struct Decoded {
  size_t size = 1;  // in bytes
  uint32_t code = 0;
  const char* reason = nullptr;  // what is wrong with it
  int count = 1;                 // how often the character is meant
};

Decoded decode_utf8(std::string_view rest) {
  uint8_t lead = uint8_t(rest[0]);
  if (lead < 0x80) return {1, lead};
  if (lead < 0xc2 || lead > 0xf4) return {1, 0, "invalid start byte"};
  size_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  uint8_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  uint8_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  for (size_t i = 1; i < size; ++i) {
    if (i == rest.size()) return {i, 0, "unexpected end of data"};
    uint8_t byte = uint8_t(rest[i]);
    if (byte < (i == 1 ? least : 0x80) || byte > (i == 1 ? most : 0xbf)) {
      return {i, 0, "invalid continuation byte"};
    }
  }
  const char* at = rest.data();
  return {size, utf8::decode(at)};
}

uint32_t unit_at(std::string_view rest, Codec codec) {
  const size_t size = unit_size(codec);
  uint32_t unit = 0;
  for (size_t i = 0; i < size; ++i) {
    unit |= uint32_t(uint8_t(rest[i])) << 8 * (is_big_endian(codec) ? size - 1 - i : i);
  }
  return unit;
}

Decoded decode_units(std::string_view rest, Codec codec) {
  const size_t size = unit_size(codec);
  if (rest.size() < size) return {rest.size(), 0, "truncated data"};
  uint32_t unit = unit_at(rest, codec);
  if (size == 4) {
    return {4, unit,
            unit > utf8::kMaxCodePoint ? "code point not in range(0x110000)"
            : is_surrogate(unit)       ? "code point in surrogate code point range(0xd800, 0xe000)"
                                       : nullptr};
  }
  if (!is_surrogate(unit)) return {2, unit};
  if (unit >= 0xdc00) return {2, unit, "illegal encoding"};
  if (rest.size() < 4) return {rest.size(), unit, "unexpected end of data"};
  uint32_t low = unit_at(rest.substr(2), codec);
  if (low < 0xdc00 || low > 0xdfff) return {2, unit, "illegal UTF-16 surrogate"};
  return {4, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)};
}

// The backslash that may begin an escape sequence.
Decoded decode_escape(std::string_view rest, bool raw) {
  char kind = rest.size() > 1 ? rest[1] : '\0';
  if (kind == 'u' || kind == 'U' || (kind == 'x' && !raw)) {
    const size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
    uint32_t code = 0;
    for (size_t i = 2; i < digits + 2; ++i) {
      char c = i < rest.size() ? rest[i] : '\0';
      char lower = char(c | 0x20);
      if (!(c >= '0' && c <= '9') && !(lower >= 'a' && lower <= 'f')) {
        return {i, 0,
                kind == 'x'   ? "truncated \\xXX escape"
                : kind == 'u' ? "truncated \\uXXXX escape"
                              : "truncated \\UXXXXXXXX escape"};
      }
      code = code << 4 | uint32_t(c <= '9' ? c - '0' : lower - 'a' + 10);
    }
    return {digits + 2, code,
            code <= utf8::kMaxCodePoint ? nullptr
            : raw                       ? "\\Uxxxxxxxx out of range"
                                        : "illegal Unicode character"};
  }
  if (raw) return kind == '\\' ? Decoded{2, '\\', nullptr, 2} : Decoded{1, '\\'};
  if (rest.size() == 1) return {1, 0, "\\ at end of string"};
  if (kind == '\n') return {2, 0, nullptr, 0};
  if (kind == 'N') {
    size_t end = rest.find('}');
    const bool opens = rest.size() > 2 && rest[2] == '{';
    if (!opens || end == rest.npos || end == 3) {
      const size_t wrong = !opens ? 2 : end == rest.npos ? rest.size() : 3;
      return {wrong, 0, "malformed \\N character escape"};
    }
    if (uint32_t code = character_named(rest.substr(3, end - 3))) return {end + 1, code};
    return {end + 1, 0, "this character name is not supported here: write \\uXXXX instead"};
  }
  if (kind >= '0' && kind <= '7') {
    uint32_t code = 0;
    size_t i = 1;
    for (; i < 4 && i < rest.size() && rest[i] >= '0' && rest[i] <= '7'; ++i) {
      code = code * 8 + uint32_t(rest[i] - '0');
    }
    return {i, code};
  }
  constexpr std::string_view kLetters = "abtnvfr\\'\"";
  size_t at = kLetters.find(kind);
  if (at == kLetters.npos) return {1, '\\'};
  return {2, uint32_t("\a\b\t\n\v\f\r\\'\""[at])};
}

Decoded decode_one(Codec codec, std::string_view rest) {
  uint8_t byte = uint8_t(rest[0]);
  switch (codec) {
    case Codec::Utf8:
    case Codec::Utf8Sig: return decode_utf8(rest);
    case Codec::Ascii: return {1, byte, byte < 0x80 ? nullptr : "ordinal not in range(128)"};
    case Codec::Latin1: return {1, byte};
    case Codec::UnicodeEscape: break;
    case Codec::RawUnicodeEscape: break;
    default: return decode_units(rest, codec);
  }
  if (byte != '\\') return {1, byte};
  return decode_escape(rest, codec == Codec::RawUnicodeEscape);
}

// Without the mark at the beginning that says the order of the bytes; then that is known.
void skip_mark(Codec& codec, std::string_view& bytes) {
  auto begins_with = [&bytes](std::string_view mark) {
    if (bytes.substr(0, mark.size()) != mark) return false;
    bytes.remove_prefix(mark.size());
    return true;
  };
  if (codec == Codec::Utf8Sig) begins_with("\xef\xbb\xbf");
  if (codec == Codec::Utf16) {
    codec = begins_with("\xfe\xff") ? Codec::Utf16Be : Codec::Utf16Le;
    if (codec == Codec::Utf16Le) begins_with("\xff\xfe");
  }
  if (codec == Codec::Utf32) {
    codec = begins_with({"\0\0\xfe\xff", 4}) ? Codec::Utf32Be : Codec::Utf32Le;
    if (codec == Codec::Utf32Le) begins_with({"\xff\xfe\0\0", 4});
  }
}

bool append_undecodable(std::string& out, std::string_view how, std::string_view bytes) {
  if (how == "ignore") return true;
  if (how == "replace") {
    utf8::append(out, 0xfffd);
    return true;
  }
  if (how == "backslashreplace" || how == "surrogateescape") {
    for (char byte : bytes) {
      if (how == "surrogateescape") {
        utf8::append(out, 0xdc00 + uint8_t(byte));
      } else {
        char text[8];
        snprintf(text, sizeof text, "\\x%02x", uint8_t(byte));
        out += text;
      }
    }
    return true;
  }
  return unknown_handler(how);
}

}  // namespace

Ref encode_str(const Str* text, Value encoding, Value errors) {
  Codec codec;
  std::string_view how;
  if (!take_options(encoding, errors, codec, how)) return {};
  if (text->ascii() && (codec == Codec::Utf8 || codec == Codec::Ascii || codec == Codec::Latin1)) {
    return new_bytes(text->view());
  }
  std::string out;
  if (codec == Codec::Utf8Sig) out = "\xef\xbb\xbf";
  if (codec == Codec::Utf16 || codec == Codec::Utf32) append_units(out, codec, 0xfeff);
  size_t index = 0;
  for (const char *at = text->data, *end = at + text->size; at < end; ++index) {
    uint32_t code = utf8::decode(at);
    if (encodable(codec, code)) {
      append_character(out, codec, code);
    } else if (how == "strict") {
      size_t stop = index + 1;
      while (at < end && !encodable(codec, utf8::decode(at))) ++stop;
      return raise_unicode_error(types.UnicodeEncodeError, codec, Value::of(text), index, stop,
                                 encode_reason(codec));
    } else if (!append_unencodable(out, codec, how, code)) {
      return {};
    }
  }
  return new_bytes(out);
}

Ref decode_bytes(Value value, Value encoding, Value errors) {
  Codec codec;
  std::string_view how;
  if (!take_options(encoding, errors, codec, how)) return {};
  const std::string_view all = as<Bytes>(value)->view();
  if (codec <= Codec::Latin1 && utf8::is_ascii(all)) return new_str(all);
  std::string_view bytes = all;
  skip_mark(codec, bytes);
  size_t skipped = all.size() - bytes.size();
  Ref object = value;  // of errors: of utf-8-sig what follows the mark
  if (codec == Codec::Utf8Sig && std::exchange(skipped, 0) > 0) object = new_bytes(bytes);
  std::string out;
  for (size_t i = 0; i < bytes.size();) {
    Decoded piece = decode_one(codec, bytes.substr(i));
    if (!piece.reason) {
      for (int time = 0; time < piece.count; ++time) utf8::append(out, piece.code);
    } else if (how == "strict") {
      return raise_unicode_error(types.UnicodeDecodeError, codec, object, skipped + i,
                                 skipped + i + piece.size, piece.reason);
    } else if (how == "surrogatepass" && is_surrogate(piece.code)) {
      utf8::append(out, piece.code);
    } else if (!append_undecodable(out, how, bytes.substr(i, piece.size))) {
      return {};
    }
    i += piece.size;
  }
  return new_str(out);
}

}  // namespace awaitscope
