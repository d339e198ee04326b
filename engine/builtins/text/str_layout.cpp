// Methods of str that lay text out or exchange characters: center, zfill, expandtabs, translate ...

#include "engine/builtins/text/bytes.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;

Ref whole(Value text) { return type_of(text) == types.str ? Ref(text) : new_str(text_of(text)); }

void append_times(std::string& out, std::string_view text, int64_t times) {
  for (int64_t i = 0; i < times; ++i) out += text;
}

enum class Side : uint8_t { Left, Center, Right };

// (self, width, fillchar)
template <Side side>
Ref str_justify(Args& args) {
  int64_t width;
  if (!index_of(args[1], width)) return {};
  const Str* fill = as_if<Str>(args[2]);
  if (!fill) {
    return raise_type_error(
        {"The fill character must be a unicode character, not ", type_name(args[2])});
  }
  if (fill->length != 1) {
    return raise_type_error({"The fill character must be exactly one character long"});
  }
  const Str* text = as<Str>(args[0]);
  int64_t missing = width - int64_t(text->length);
  if (missing <= 0) return whole(args[0]);
  if (!heap::has_room(uint64_t(missing))) return {};
  int64_t left = side == Side::Left ? 0 : missing;
  if (side == Side::Center) left = missing / 2 + (missing & width & 1);
  std::string out;
  append_times(out, fill->view(), left);
  out += text->view();
  append_times(out, fill->view(), missing - left);
  return new_str(out);
}

Ref str_zfill(Args& args) {
  int64_t width;
  if (!index_of(args[1], width)) return {};
  const Str* text = as<Str>(args[0]);
  int64_t missing = width - int64_t(text->length);
  if (missing <= 0) return whole(args[0]);
  if (!heap::has_room(uint64_t(missing))) return {};
  std::string_view rest = text->view();
  std::string out;
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
    out += rest[0];
    rest.remove_prefix(1);
  }
  out.append(size_t(missing), '0');
  return new_str(out += rest);
}

Ref str_expandtabs(Args& args) {
  int64_t size;
  if (!index_of(args[1], size)) return {};
  std::string out;
  int64_t column = 0;
  for (char c : text_of(args[0])) {
    if (c == '\t') {
      int64_t missing = size > 0 ? size - column % size : 0;
      if (!heap::has_room(out.size() + uint64_t(missing))) return {};
      out.append(size_t(missing), ' ');
      column += missing;
    } else {
      out += c;
      if (c == '\n' || c == '\r') {
        column = 0;
      } else {
        column += !utf8::is_continuation(c);
      }
    }
  }
  return new_str(out);
}

// --- translate ---

// (x, y, z), a static method
Ref str_maketrans(Args& args) {
  Ref table = new_dict();
  Dict* dict = as<Dict>(table);
  if (!args[1]) {
    const Dict* given = as_if<Dict>(args[0]);
    if (!given) {
      return raise_type_error({"if you give only one argument to maketrans it must be a dict"});
    }
    for (uint32_t i = 0; i < given->filled; ++i) {
      const Dict::Entry& entry = given->entries[i];
      if (!entry.key) continue;
      if (const Str* key = as_if<Str>(entry.key)) {
        if (key->length != 1) {
          return raise_value_error({"string keys in translate table must be of length 1"});
        }
        const char* at = key->data;
        dict_set(dict, Value::of_int(utf8::decode(at)), entry.value);
      } else if (is_integer(entry.key)) {
        dict_set(dict, entry.key, entry.value);
      } else {
        return raise_type_error({"keys in translate table must be strings or integers"});
      }
    }
    return table;
  }
  const Str *from = as_if<Str>(args[0]), *to = as_if<Str>(args[1]);
  if (!from) {
    return raise_type_error(
        {"first maketrans argument must be a string if there is a second argument"});
  }
  if (!to)
    return raise_type_error({"maketrans() argument 2 must be str, not ", type_name(args[1])});
  if (from->length != to->length) {
    return raise_value_error({"the first two maketrans arguments must have equal length"});
  }
  const char *at_from = from->data, *at_to = to->data;
  for (uint32_t i = 0; i < from->length; ++i) {
    Value key = Value::of_int(utf8::decode(at_from));
    dict_set(dict, key, Value::of_int(utf8::decode(at_to)));
  }
  if (args[2]) {
    const Str* dropped = as_if<Str>(args[2]);
    if (!dropped) {
      return raise_type_error({"maketrans() argument 3 must be str, not ", type_name(args[2])});
    }
    for (const char *at = dropped->data, *end = at + dropped->size; at < end;) {
      Value key = Value::of_int(utf8::decode(at));
      dict_set(dict, key, Value::none());
    }
  }
  return table;
}

// What a table says a character becomes; false: an exception is pending.
bool append_translated(std::string& out, Value with) {
  if (with.is_none()) return true;
  if (const Str* text = as_if<Str>(with)) {
    out += text->view();
    return true;
  }
  int64_t code;
  if (!is_integer(with)) {
    raise_type_error({"character mapping must return integer, None or str"});
    return false;
  }
  if (!as_int64(with, code) || code < 0 || code > int64_t(utf8::kMaxCodePoint)) {
    raise_value_error({"character mapping must be in range(0x110000)"});
    return false;
  }
  utf8::append(out, uint32_t(code));
  return true;
}

Ref str_translate(Args& args) {
  const Dict* table = as_if<Dict>(args[1]);
  if (!table || type_of(args[1]) != types.dict) return try_coroutine();
  std::string_view text = text_of(args[0]);
  std::string out;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    const char* begin = at;
    Value with = dict_get(table, Value::of_int(utf8::decode(at)));
    if (!with) {
      out.append(begin, size_t(at - begin));
    } else if (!append_translated(out, with)) {
      return {};
    }
  }
  return new_str(out);
}

Native str_translate_slow(Args args) {
  std::string_view text = text_of(args[0]);
  std::string out;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    const char* begin = at;
    Value code = Value::of_int(utf8::decode(at));
    Ref with = co_await get_item(args[1], code);
    if (!with) {
      if (!pending_is(types.LookupError)) co_return {};
      take_pending();
      out.append(begin, size_t(at - begin));
    } else if (!append_translated(out, with)) {
      co_return {};
    }
  }
  co_return new_str(out);
}

const Definition kLayoutMethods[] = {
    method("ljust", "(self, width, fillchar=' ', /)", str_justify<Side::Left>),
    method("center", "(self, width, fillchar=' ', /)", str_justify<Side::Center>),
    method("rjust", "(self, width, fillchar=' ', /)", str_justify<Side::Right>),
    method("zfill", "(self, width, /)", str_zfill),
    method("expandtabs", "(self, /, tabsize=8)", str_expandtabs),
    static_method("maketrans", "(x, y=<null>, z=<null>, /)", str_maketrans),
    method("translate", "(self, table, /)", str_translate, str_translate_slow),
};

}  // namespace

std::span<const NativeDefinition> str_layout_methods() { return kLayoutMethods; }

}  // namespace awaitscope
