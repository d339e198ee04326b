// The methods of bytes.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#bytes-and-bytearray-operations

#include "engine/builtins/text/bytes.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;
constexpr auto kNone = std::string_view::npos;

std::string_view view_of(Value value) { return as<Bytes>(value)->view(); }

// An argument that has to be bytes; false: TypeError pending.
bool bytes_argument(Value value, std::string_view& out) {
  if (const Bytes* bytes = as_if<Bytes>(value)) {
    out = bytes->view();
    return true;
  }
  raise_type_error({"a bytes-like object is required, not '", type_name(value), "'"});
  return false;
}

// What find() and others look for: bytes, or one byte as an integer, kept in `one`.
bool sought(Value value, std::string& one, std::string_view& out) {
  if (const Bytes* bytes = as_if<Bytes>(value)) {
    out = bytes->view();
    return true;
  }
  int64_t byte;
  if (!is_integer(value)) {
    raise_type_error(
        {"argument should be integer or bytes-like object, not '", type_name(value), "'"});
    return false;
  }
  if (!as_int64(value, byte) || byte < 0 || byte > 255) {
    raise_value_error({"byte must be in range(0, 256)"});
    return false;
  }
  one = char(byte);
  out = one;
  return true;
}

template <bool from_right>
bool find_bytes(const Args& args, int64_t& at) {
  std::string one;
  std::string_view sub, all = view_of(args[0]);
  int64_t from, to;
  if (!sought(args[1], one, sub) || !part_of(args[2], args[3], int64_t(all.size()), from, to)) {
    return false;
  }
  at = -1;
  if (from > to) return true;
  std::string_view part = all.substr(size_t(from), size_t(to - from));
  size_t found = from_right ? part.rfind(sub) : part.find(sub);
  if (found != kNone) at = from + int64_t(found);
  return true;
}

template <bool from_right>
Ref bytes_find(Args& args) {
  int64_t at;
  return find_bytes<from_right>(args, at) ? new_int(at) : Ref();
}
template <bool from_right>
Ref bytes_index(Args& args) {
  int64_t at;
  if (!find_bytes<from_right>(args, at)) return {};
  return at < 0 ? raise_value_error({"subsection not found"}) : new_int(at);
}

Ref bytes_count(Args& args) {
  std::string one;
  std::string_view sub, all = view_of(args[0]);
  int64_t from, to;
  if (!sought(args[1], one, sub) || !part_of(args[2], args[3], int64_t(all.size()), from, to))
    return {};
  if (from > to) return Value::of_int(0);
  std::string_view part = all.substr(size_t(from), size_t(to - from));
  if (sub.empty()) return new_int(int64_t(part.size()) + 1);
  int64_t count = 0;
  for (size_t at = 0; (at = part.find(sub, at)) != kNone; at += sub.size()) ++count;
  return new_int(count);
}

template <bool at_end>
Ref bytes_starts(Args& args) {
  constexpr std::string_view kName = at_end ? "endswith" : "startswith";
  std::string_view all = view_of(args[0]);
  int64_t from, to;
  if (!part_of(args[2], args[3], int64_t(all.size()), from, to)) return {};
  auto fits = [&](Value value) {
    if (from > to) return false;
    std::string_view part = all.substr(size_t(from), size_t(to - from));
    return at_end ? part.ends_with(view_of(value)) : part.starts_with(view_of(value));
  };
  if (is<Bytes>(args[1])) return Value::boolean(fits(args[1]));
  const Tuple* any = as_if<Tuple>(args[1]);
  for (uint32_t i = 0; any && i < any->size; ++i) {
    if (!is<Bytes>(any->items[i])) {
      return raise_type_error(
          {"a bytes-like object is required, not '", type_name(any->items[i]), "'"});
    }
    if (fits(any->items[i])) return Value::boolean(true);
  }
  if (any) return Value::boolean(false);
  return raise_type_error(
      {kName, " first arg must be bytes or a tuple of bytes, not ", type_name(args[1])});
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

template <bool left, bool right>
Ref bytes_strip(Args& args) {
  std::string_view all = view_of(args[0]), set = " \t\n\r\v\f";
  if (!args[1].is_none() && !bytes_argument(args[1], set)) return {};
  while (left && !all.empty() && set.find(all.front()) != kNone) all.remove_prefix(1);
  while (right && !all.empty() && set.find(all.back()) != kNone) all.remove_suffix(1);
  return new_bytes(all);
}

void append_part(Value list, std::string_view part) {
  Ref bytes = new_bytes(part);
  list_append(as<List>(list), bytes);
}

Ref bytes_split(Args& args) {
  int64_t limit;
  if (!index_of(args[2], limit)) return {};
  if (limit < 0) limit = INT64_MAX;
  std::string_view all = view_of(args[0]);
  Ref list = new_list();
  if (args[1].is_none()) {
    size_t at = 0;
    for (;;) {
      while (at < all.size() && is_space(all[at])) ++at;
      if (at == all.size()) return list;
      if (limit-- == 0) break;
      size_t begin = at;
      while (at < all.size() && !is_space(all[at])) ++at;
      append_part(list, all.substr(begin, at - begin));
    }
    all.remove_prefix(at);
    append_part(list, all);
    return list;
  }
  std::string_view separator;
  if (!bytes_argument(args[1], separator)) return {};
  if (separator.empty()) return raise_value_error({"empty separator"});
  size_t begin = 0, at;
  while (limit-- > 0 && (at = all.find(separator, begin)) != kNone) {
    append_part(list, all.substr(begin, at - begin));
    begin = at + separator.size();
  }
  append_part(list, all.substr(begin));
  return list;
}

template <bool from_right>
Ref bytes_partition(Args& args) {
  std::string_view all = view_of(args[0]), separator;
  if (!bytes_argument(args[1], separator)) return {};
  if (separator.empty()) return raise_value_error({"empty separator"});
  size_t at = from_right ? all.rfind(separator) : all.find(separator);
  Ref empty = new_bytes({});
  if (at == kNone) {
    return from_right ? new_tuple({empty, empty, args[0]}) : new_tuple({args[0], empty, empty});
  }
  Ref head = new_bytes(all.substr(0, at)), tail = new_bytes(all.substr(at + separator.size()));
  return new_tuple({head, args[1], tail});
}

Ref bytes_replace(Args& args) {
  std::string_view all = view_of(args[0]), old, with;
  int64_t limit;
  if (!bytes_argument(args[1], old) || !bytes_argument(args[2], with) ||
      !index_of(args[3], limit)) {
    return {};
  }
  if (limit < 0) limit = INT64_MAX;
  std::string out;
  size_t begin = 0, at;
  if (old.empty()) {
    while (limit-- > 0) {
      out += with;
      if (begin >= all.size()) return new_bytes(out);
      out += all[begin++];
    }
    return new_bytes(out += all.substr(begin));
  }
  while (limit-- > 0 && (at = all.find(old, begin)) != kNone) {
    out += all.substr(begin, at - begin);
    out += with;
    begin = at + old.size();
  }
  return new_bytes(out += all.substr(begin));
}

Ref join(std::string_view separator, std::span<const Value> items) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!is<Bytes>(items[i])) {
      return raise_type_error({"sequence item ", std::to_string(i),
                               ": expected a bytes-like object, ", type_name(items[i]), " found"});
    }
    if (i) out += separator;
    out += view_of(items[i]);
  }
  return new_bytes(out);
}

Ref bytes_join(Args& args) {
  if (const List* list = as_if<List>(args[1]))
    return join(view_of(args[0]), {list->items, list->size});
  if (const Tuple* tuple = as_if<Tuple>(args[1])) {
    return join(view_of(args[0]), {tuple->items, tuple->size});
  }
  return try_coroutine();
}
Native bytes_join_slow(Args args) {
  Type* type = type_of(args[1]);
  if (!find_special(type, Special::iter) && !find_special(type, Special::getitem)) {
    co_return raise_type_error({"can only join an iterable"});
  }
  CO_TRY(items, list_of(args[1]));
  const List* list = as<List>(items);
  co_return join(view_of(args[0]), {list->items, list->size});
}

template <char first, char last>
Ref bytes_converted(Args& args) {
  std::string out(view_of(args[0]));
  for (char& c : out) c = c >= first && c <= last ? char(c ^ 32) : c;
  return new_bytes(out);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alpha(char c) { return is_lower(c) || is_upper(c); }
bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }

template <bool (*is_kind)(char)>
Ref bytes_all(Args& args) {
  std::string_view all = view_of(args[0]);
  for (char c : all) {
    if (!is_kind(c)) return Value::boolean(false);
  }
  return Value::boolean(!all.empty());
}

Ref bytes_isascii(Args& args) {
  for (char c : view_of(args[0])) {
    if (c & 0x80) return Value::boolean(false);
  }
  return Value::boolean(true);
}

// A separator stands between groups of bytes, counted from the right, or from the left if the count
// is negative.
Ref bytes_hex(Args& args) {
  std::string_view all = view_of(args[0]), separator;
  int64_t count;
  if (!index_of(args[2], count)) return {};
  if (!args[1].is_none()) {
    const Str* text = as_if<Str>(args[1]);
    if (!text && !is<Bytes>(args[1])) return raise_type_error({"sep must be str or bytes."});
    separator = text ? text->view() : view_of(args[1]);
    if ((text ? text->length : separator.size()) != 1)
      return raise_value_error({"sep must be length 1."});
    if (separator[0] & 0x80) return raise_value_error({"sep must be ASCII."});
  }
  const uint64_t group = count < 0 ? -uint64_t(count) : uint64_t(count);
  std::string out;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i && group && (count < 0 ? i : all.size() - i) % group == 0) out += separator;
    out += "0123456789abcdef"[uint8_t(all[i]) >> 4];
    out += "0123456789abcdef"[uint8_t(all[i]) & 15];
  }
  return new_str(out);
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Ref bytes_from_hex(Args& args) {
  bool takes_bytes = since(Version::V3_14);
  if (!is<Str>(args[1]) && !(takes_bytes && is<Bytes>(args[1]))) {
    return raise_type_error({"fromhex() argument must be str", takes_bytes ? " or bytes-like" : "",
                             ", not ", type_name(args[1])});
  }
  std::string_view text = is<Str>(args[1]) ? text_of(args[1]) : as<Bytes>(args[1])->view();
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    bool ends = i + 1 == text.size();
    int high = hex_value(text[i]), low = high < 0 || ends ? -1 : hex_value(text[i + 1]);
    if (ends && high >= 0 && since(Version::V3_14)) {
      return raise_value_error({"fromhex() arg must contain an even number of hexadecimal digits"});
    }
    if (low < 0) {
      return raise_value_error({"non-hexadecimal number found in fromhex() arg at position ",
                                std::to_string(high < 0 ? i : i + 1)});
    }
    out += char(high << 4 | low);
    i += 2;
  }
  return new_bytes(out);
}

Ref bytes_decode(Args& args) {
  for (uint32_t i : {1u, 2u}) {
    if (!is<Str>(args[i])) {
      return raise_type_error({"decode() argument '", i == 1 ? "encoding" : "errors",
                               "' must be str, not ", type_name(args[i])});
    }
  }
  return decode_bytes(args[0], args[1], args[2]);
}

constexpr char kRange[] = "(self, sub, start=None, end=None, /)";
constexpr char kAlone[] = "(self, /)";

const Definition kMethods[] = {
    method("decode", "(self, /, encoding='utf-8', errors='strict')", bytes_decode),
    method("find", kRange, bytes_find<false>),
    method("rfind", kRange, bytes_find<true>),
    method("index", kRange, bytes_index<false>),
    method("rindex", kRange, bytes_index<true>),
    method("count", kRange, bytes_count),
    method("startswith", kRange, bytes_starts<false>),
    method("endswith", kRange, bytes_starts<true>),
    method("strip", "(self, bytes=None, /)", bytes_strip<true, true>),
    method("lstrip", "(self, bytes=None, /)", bytes_strip<true, false>),
    method("rstrip", "(self, bytes=None, /)", bytes_strip<false, true>),
    method("split", "(self, /, sep=None, maxsplit=-1)", bytes_split),
    method("partition", "(self, sep, /)", bytes_partition<false>),
    method("rpartition", "(self, sep, /)", bytes_partition<true>),
    method("replace", "(self, old, new, count=-1, /)", bytes_replace),
    method("join", "(self, iterable_of_bytes, /)", bytes_join, bytes_join_slow),
    method("lower", kAlone, bytes_converted<'A', 'Z'>),
    method("upper", kAlone, bytes_converted<'a', 'z'>),
    method("isalpha", kAlone, bytes_all<is_alpha>),
    method("isalnum", kAlone, bytes_all<is_alnum>),
    method("isdigit", kAlone, bytes_all<is_digit>),
    method("isspace", kAlone, bytes_all<is_space>),
    method("isascii", kAlone, bytes_isascii),
    method("hex", "(self, sep=None, bytes_per_sep=1)", bytes_hex),
    class_method("fromhex", "(cls, string, /)", bytes_from_hex),
};

}  // namespace

std::span<const NativeDefinition> bytes_methods() { return kMethods; }

// --- bytes of an iterable of integers ---

static Ref bytes_of_integers(std::span<const Value> items) {
  std::string out;
  for (Value item : items) {
    int64_t byte;
    if (!is_integer(item)) {
      return raise_type_error(
          {"'", type_name(item), "' object cannot be interpreted as an integer"});
    }
    if (!as_int64(item, byte) || byte < 0 || byte > 255) {
      return raise_value_error({"bytes must be in range(0, 256)"});
    }
    out += char(byte);
  }
  return new_bytes(out);
}

Ref bytes_from(Value value) {
  if (is<Bytes>(value))
    return type_of(value) == types.bytes ? Ref(value) : new_bytes(view_of(value));
  if (type_of(value) == types.list) {
    return bytes_of_integers({as<List>(value)->items, as<List>(value)->size});
  }
  if (type_of(value) == types.tuple) {
    return bytes_of_integers({as<Tuple>(value)->items, as<Tuple>(value)->size});
  }
  return try_coroutine();
}

Native bytes_from_iterable(Ref iterable) {
  Type* type = type_of(iterable);
  if (!find_special(type, Special::iter) && !find_special(type, Special::getitem)) {
    co_return raise_type_error({"cannot convert '", type->name_view(), "' object to bytes"});
  }
  CO_TRY(items, list_of(iterable));
  co_return bytes_of_integers({as<List>(items)->items, as<List>(items)->size});
}

}  // namespace awaitscope
