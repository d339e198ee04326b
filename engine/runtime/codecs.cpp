// Text to bytes and back: UTF-8, ASCII, Latin-1.

#include "engine/runtime/containers.h"
#include "engine/runtime/exceptions.h"
#include "engine/runtime/raise.h"
#include "engine/runtime/str_methods.h"
#include "engine/runtime/text.h"
#include "engine/runtime/utf8.h"

namespace awaitscope {
namespace {

enum class Codec : uint8_t { Utf8, Ascii, Latin1, Unknown };

Codec codec_of(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c == '_' || c == ' ') c = '-';
    plain += char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  if (plain == "utf-8" || plain == "utf8" || plain == "u8") return Codec::Utf8;
  if (plain == "ascii" || plain == "us-ascii" || plain == "646") return Codec::Ascii;
  if (plain == "latin-1" || plain == "latin1" || plain == "iso-8859-1" || plain == "iso8859-1" ||
      plain == "l1") {
    return Codec::Latin1;
  }
  return Codec::Unknown;
}

const char* codec_name(Codec codec) {
  return codec == Codec::Utf8 ? "utf-8" : codec == Codec::Ascii ? "ascii" : "latin-1";
}

bool take_options(Value encoding, Value errors, Codec& codec, std::string_view& how) {
  codec = encoding ? codec_of(text_of(encoding)) : Codec::Utf8;
  how = errors ? text_of(errors) : "strict";
  if (codec == Codec::Unknown) {
    raise_error(types.LookupError, concat({"unknown encoding: ", text_of(encoding)}));
    return false;
  }
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

bool append_unencodable(std::string& out, std::string_view how, uint32_t code) {
  if (how == "ignore") return true;
  if (how == "replace") {
    out += '?';
  } else if (how == "xmlcharrefreplace") {
    out += concat({"&#", std::to_string(code), ";"});
  } else if (how == "backslashreplace") {
    std::string character;
    utf8::append(character, code);
    out += ascii_only(character);
  } else if (how == "surrogatepass" && code >= 0xd800 && code < 0xe000) {
    utf8::append(out, code);
  } else {
    return unknown_handler(how);
  }
  return true;
}

bool is_surrogate(uint32_t code) { return code >= 0xd800 && code < 0xe000; }

bool encodable(Codec codec, uint32_t code) {
  switch (codec) {
    case Codec::Ascii: return code < 0x80;
    case Codec::Latin1: return code < 0x100;
    default: return !is_surrogate(code);
  }
}

const char* encode_reason(Codec codec) {
  return codec == Codec::Ascii    ? "ordinal not in range(128)"
         : codec == Codec::Latin1 ? "ordinal not in range(256)"
                                  : "surrogates not allowed";
}

// One ill-formed part of UTF-8: how many bytes of it there are, and what is wrong.
struct IllFormed {
  size_t size = 0;  // 0: it is well-formed
  const char* reason = nullptr;
};

IllFormed check_sequence(std::string_view rest) {
  uint8_t lead = uint8_t(rest[0]);
  if (lead < 0x80) return {};
  if (lead < 0xc2 || lead > 0xf4) return {1, "invalid start byte"};
  size_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  uint8_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  uint8_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  for (size_t i = 1; i < size; ++i) {
    if (i == rest.size()) return {i, "unexpected end of data"};
    uint8_t byte = uint8_t(rest[i]);
    if (byte < (i == 1 ? least : 0x80) || byte > (i == 1 ? most : 0xbf)) {
      return {i, "invalid continuation byte"};
    }
  }
  return {};
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
  if (text->ascii()) return new_bytes(text->view());
  std::string out;
  size_t index = 0;
  for (const char *at = text->data, *end = at + text->size; at < end; ++index) {
    const char* begin = at;
    uint32_t code = utf8::decode(at);
    if (!encodable(codec, code)) {
      if (how != "strict") {
        if (!append_unencodable(out, how, code)) return {};
        continue;
      }
      size_t stop = index + 1;
      while (at < end && !encodable(codec, utf8::decode(at))) ++stop;
      return raise_unicode_error(types.UnicodeEncodeError, codec, Value::of(text), index, stop,
                                 encode_reason(codec));
    }
    if (codec == Codec::Latin1) {
      out += char(code);
    } else {
      out.append(begin, size_t(at - begin));
    }
  }
  return new_bytes(out);
}

Ref decode_bytes(Value value, Value encoding, Value errors) {
  Codec codec;
  std::string_view how;
  if (!take_options(encoding, errors, codec, how)) return {};
  std::string_view bytes = as<Bytes>(value)->view();
  if (utf8::is_ascii(bytes)) return new_str(bytes);
  std::string out;
  for (size_t i = 0; i < bytes.size();) {
    if (codec == Codec::Latin1) {
      utf8::append(out, uint8_t(bytes[i++]));
      continue;
    }
    IllFormed wrong = codec == Codec::Utf8 ? check_sequence(bytes.substr(i)) : IllFormed{};
    if (codec == Codec::Ascii && uint8_t(bytes[i]) >= 0x80)
      wrong = {1, "ordinal not in range(128)"};
    if (wrong.size > 0) {
      if (how == "strict") {
        return raise_unicode_error(types.UnicodeDecodeError, codec, value, i, i + wrong.size,
                                   wrong.reason);
      }
      if (!append_undecodable(out, how, bytes.substr(i, wrong.size))) return {};
      i += wrong.size;
      continue;
    }
    const char *begin = bytes.data() + i, *at = begin;
    utf8::decode(at);
    out.append(begin, size_t(at - begin));
    i += size_t(at - begin);
  }
  return new_str(out);
}

}  // namespace awaitscope
