// The methods of bytes.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#bytes-and-bytearray-operations

#include <algorithm>
#include <vector>

#include "engine/builtins/text/bytes.h"
#include "engine/builtins/text/format_percent.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/machine/attributes.h"
#include "engine/machine/operators.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;
constexpr auto kNotFound = std::string_view::npos;

std::string_view view_of(Value value) { return as<Bytes>(value)->view(); }

// What a bytearray holds, which is written in Python; null for all else. The bytearray keeps it.
const Bytes* held_bytes(Value value) {
  Ref held;
  auto is_bytearray = [](const Type* type) { return type->name_view() == "bytearray"; };
  if (!is<Instance>(value) ||
      std::none_of(value.object()->type->mro.begin(), value.object()->type->mro.end(),
                   is_bytearray) ||
      !get_attribute_fast(value, intern("_data"), held) || !held) {
    return nullptr;
  }
  return as_if<Bytes>(held);
}

}  // namespace

const Bytes* bytes_like(Value value) {
  const Bytes* bytes = as_if<Bytes>(value);
  return bytes ? bytes : held_bytes(value);
}

namespace {

// An argument that has to be bytes; false: TypeError pending.
bool bytes_argument(Value value, std::string_view& out) {
  const Bytes* bytes = bytes_like(value);
  if (bytes) {
    out = bytes->view();
    return true;
  }
  raise_type_error({"a bytes-like object is required, not '", type_name(value), "'"});
  return false;
}

// What find() and others look for: bytes, or one byte as an integer, kept in `one`.
bool sought(Value value, std::string& one, std::string_view& out) {
  const Bytes* bytes = bytes_like(value);
  if (bytes) {
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
  if (found != kNotFound) at = from + int64_t(found);
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
  for (size_t at = 0; (at = part.find(sub, at)) != kNotFound; at += sub.size()) ++count;
  return new_int(count);
}

template <bool at_end>
Ref bytes_starts(Args& args) {
  constexpr std::string_view kName = at_end ? "endswith" : "startswith";
  std::string_view all = view_of(args[0]);
  int64_t from, to;
  if (!part_of(args[2], args[3], int64_t(all.size()), from, to)) return {};
  auto fits = [&](const Bytes* bytes) {
    if (from > to) return false;
    std::string_view part = all.substr(size_t(from), size_t(to - from));
    return at_end ? part.ends_with(bytes->view()) : part.starts_with(bytes->view());
  };
  if (const Bytes* bytes = bytes_like(args[1])) return Value::boolean(fits(bytes));
  const Tuple* any = as_if<Tuple>(args[1]);
  for (uint32_t i = 0; any && i < any->size; ++i) {
    const Bytes* bytes = bytes_like(any->items[i]);
    if (!bytes) {
      return raise_type_error(
          {"a bytes-like object is required, not '", type_name(any->items[i]), "'"});
    }
    if (fits(bytes)) return Value::boolean(true);
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
  while (left && !all.empty() && set.find(all.front()) != kNotFound) all.remove_prefix(1);
  while (right && !all.empty() && set.find(all.back()) != kNotFound) all.remove_suffix(1);
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
  while (limit-- > 0 && (at = all.find(separator, begin)) != kNotFound) {
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
  if (at == kNotFound) {
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
  while (limit-- > 0 && (at = all.find(old, begin)) != kNotFound) {
    out += all.substr(begin, at - begin);
    out += with;
    begin = at + old.size();
  }
  return new_bytes(out += all.substr(begin));
}

Ref join(std::string_view separator, std::span<const Value> items) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    const Bytes* item = bytes_like(items[i]);
    if (!item) {
      return raise_type_error({"sequence item ", std::to_string(i),
                               ": expected a bytes-like object, ", type_name(items[i]), " found"});
    }
    if (i) out += separator;
    out += item->view();
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

// --- layout ---

enum class Pad { Left, Right, Both };

template <Pad padding>
Ref bytes_padded(Args& args) {
  std::string_view all = view_of(args[0]), fill;
  int64_t width;
  if (!index_of(args[1], width)) return {};
  if (!args[2]) {
    fill = " ";
  } else if (!is<Bytes>(args[2]) || view_of(args[2]).size() != 1) {
    const char* name = padding == Pad::Left ? "rjust" : padding == Pad::Right ? "ljust" : "center";
    const bool is_bytes = is<Bytes>(args[2]);
    if (is_bytes && since(Version::V3_14)) {
      return raise_type_error({name,
                               "(): argument 2 must be a byte string of length 1, not a bytes ",
                               "object of length ", std::to_string(view_of(args[2]).size())});
    }
    return raise_type_error({name, "() argument 2 must be a byte string of length 1, not ",
                             is_bytes ? "bytes" : type_name(args[2])});
  } else {
    fill = view_of(args[2]);
  }
  if (width <= int64_t(all.size())) return new_bytes(all);
  if (!heap::has_room(uint64_t(width))) return {};
  size_t missing = size_t(width) - all.size();
  size_t left = padding == Pad::Left    ? missing
                : padding == Pad::Right ? 0
                                        : missing / 2 + (missing & size_t(width) & 1);
  return new_bytes(std::string(left, fill[0]) + std::string(all) +
                   std::string(missing - left, fill[0]));
}

Ref bytes_zfill(Args& args) {
  std::string_view all = view_of(args[0]);
  int64_t width;
  if (!index_of(args[1], width)) return {};
  if (width <= int64_t(all.size())) return new_bytes(all);
  if (!heap::has_room(uint64_t(width))) return {};
  bool is_signed = !all.empty() && (all[0] == '+' || all[0] == '-');
  std::string out(all.substr(0, is_signed));
  out.append(size_t(width) - all.size(), '0');
  return new_bytes(out += all.substr(is_signed));
}

template <bool suffix>
Ref bytes_without(Args& args) {
  std::string_view all = view_of(args[0]), part;
  if (!bytes_argument(args[1], part)) return {};
  if (part.size() > all.size()) return new_bytes(all);
  size_t rest = all.size() - part.size();
  if (all.substr(suffix ? rest : 0, part.size()) != part) return new_bytes(all);
  return new_bytes(all.substr(suffix ? 0 : part.size(), rest));
}

Ref bytes_rsplit(Args& args) {
  int64_t limit;
  if (!index_of(args[2], limit)) return {};
  if (limit < 0) limit = INT64_MAX;
  std::string_view all = view_of(args[0]), separator;
  const bool by_space = args[1].is_none();
  if (!by_space && !bytes_argument(args[1], separator)) return {};
  if (!by_space && separator.empty()) return raise_value_error({"empty separator"});
  std::vector<std::string_view> parts;  // the last one first
  for (;;) {
    if (by_space) {
      while (!all.empty() && is_space(all.back())) all.remove_suffix(1);
      if (all.empty()) break;
    }
    size_t begin = all.size(), skip = separator.size();
    if (limit-- == 0) {
      begin = kNotFound;
    } else if (by_space) {
      while (begin > 0 && !is_space(all[begin - 1])) --begin;
      if (begin == 0) begin = kNotFound;
    } else {
      begin = all.rfind(separator);
    }
    if (begin == kNotFound) {
      parts.push_back(all);
      break;
    }
    parts.push_back(all.substr(begin + skip));
    all = all.substr(0, begin);
  }
  Ref list = new_list();
  for (size_t i = parts.size(); i-- > 0;) append_part(list, parts[i]);
  return list;
}

Ref bytes_splitlines(Args& args) {
  std::string_view all = view_of(args[0]);
  const bool keep = truth_fast(args[1]) == 1;
  Ref list = new_list();
  while (!all.empty()) {
    size_t end = all.find_first_of("\r\n");
    size_t next = end == kNotFound ? all.size() : end + (all.substr(end, 2) == "\r\n" ? 2 : 1);
    append_part(list, all.substr(0, keep ? next : std::min(end, all.size())));
    all.remove_prefix(next);
  }
  return list;
}

Ref bytes_expandtabs(Args& args) {
  int64_t size, column = 0;
  if (!index_of(args[1], size)) return {};
  std::string out;
  for (char c : view_of(args[0])) {
    if (c == '\t') {
      int64_t blanks = size > 0 ? size - column % size : 0;
      if (!heap::has_room(uint64_t(blanks) + out.size())) return {};
      out.append(size_t(blanks), ' ');
      column += blanks;
      continue;
    }
    out += c;
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return new_bytes(out);
}

// --- case ---

char lowered(char c) { return is_upper(c) ? char(c ^ 32) : c; }
char raised(char c) { return is_lower(c) ? char(c ^ 32) : c; }

Ref bytes_swapcase(Args& args) {
  std::string out(view_of(args[0]));
  for (char& c : out) c = is_alpha(c) ? char(c ^ 32) : c;
  return new_bytes(out);
}

template <bool each_word>
Ref bytes_titled(Args& args) {
  std::string out(view_of(args[0]));
  bool first = true;
  for (char& c : out) {
    c = first ? raised(c) : lowered(c);
    first = each_word && !is_alpha(c);
  }
  return new_bytes(out);
}

template <bool (*wanted)(char), bool (*other)(char)>
Ref bytes_cased(Args& args) {
  bool found = false;
  for (char c : view_of(args[0])) {
    if (other(c)) return Value::boolean(false);
    found = found || wanted(c);
  }
  return Value::boolean(found);
}

Ref bytes_istitle(Args& args) {
  bool found = false, within = false;
  for (char c : view_of(args[0])) {
    if (is_alpha(c) && is_upper(c) == within) return Value::boolean(false);
    within = is_alpha(c);
    found = found || within;
  }
  return Value::boolean(found);
}

// --- tables of 256 bytes ---

Ref bytes_translate(Args& args) {
  std::string_view table, drop;
  const bool has_table = !args[1].is_none();
  if (has_table && !bytes_argument(args[1], table)) return {};
  if (has_table && table.size() != 256)
    return raise_value_error({"translation table must be 256 characters long"});
  if (args[2] && !bytes_argument(args[2], drop)) return {};
  std::string out;
  for (char c : view_of(args[0])) {
    if (drop.find(c) == kNotFound) out += has_table ? table[uint8_t(c)] : c;
  }
  return new_bytes(out);
}

Ref bytes_maketrans(Args& args) {
  std::string_view from, to;
  if (!bytes_argument(args[0], from) || !bytes_argument(args[1], to)) return {};
  if (from.size() != to.size())
    return raise_value_error({"maketrans arguments must have same length"});
  std::string table(256, '\0');
  for (size_t i = 0; i < 256; ++i) table[i] = char(i);
  for (size_t i = 0; i < from.size(); ++i) table[uint8_t(from[i])] = to[i];
  return new_bytes(table);
}

Ref bytes_new_arguments(Args& args) { return new_tuple({new_bytes(view_of(args[0]))}); }

constexpr char kSubRange[] = "(self, sub, start=None, end=None, /)";
constexpr char kAlone[] = "(self, /)";

// --- format % arguments ---

Ref bytes_modulo(Args& args) { return format_percent_bytes(args[0], args[1]); }
Native bytes_modulo_slow(Args args) { co_return co_await format_percent_slow(args[0], args[1]); }
Ref bytes_rmodulo(Args& args) {
  if (!is<Bytes>(args[1])) return Value::not_implemented();
  return format_percent_bytes(args[1], args[0]);
}
Native bytes_rmodulo_slow(Args args) { co_return co_await format_percent_slow(args[1], args[0]); }

const Definition kBytesMethods[] = {
    method("decode", "(self, /, encoding='utf-8', errors='strict')", bytes_decode),
    method("find", kSubRange, bytes_find<false>),
    method("rfind", kSubRange, bytes_find<true>),
    method("index", kSubRange, bytes_index<false>),
    method("rindex", kSubRange, bytes_index<true>),
    method("count", kSubRange, bytes_count),
    method("startswith", kSubRange, bytes_starts<false>),
    method("endswith", kSubRange, bytes_starts<true>),
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
    method("ljust", "(self, width, fillchar=<null>, /)", bytes_padded<Pad::Right>),
    method("rjust", "(self, width, fillchar=<null>, /)", bytes_padded<Pad::Left>),
    method("center", "(self, width, fillchar=<null>, /)", bytes_padded<Pad::Both>),
    method("zfill", "(self, width, /)", bytes_zfill),
    method("removeprefix", "(self, prefix, /)", bytes_without<false>),
    method("removesuffix", "(self, suffix, /)", bytes_without<true>),
    method("rsplit", "(self, /, sep=None, maxsplit=-1)", bytes_rsplit),
    method("splitlines", "(self, /, keepends=False)", bytes_splitlines),
    method("expandtabs", "(self, /, tabsize=8)", bytes_expandtabs),
    method("swapcase", kAlone, bytes_swapcase),
    method("capitalize", kAlone, bytes_titled<false>),
    method("title", kAlone, bytes_titled<true>),
    method("islower", kAlone, bytes_cased<is_lower, is_upper>),
    method("isupper", kAlone, bytes_cased<is_upper, is_lower>),
    method("istitle", kAlone, bytes_istitle),
    method("translate", "(self, table, /, delete=<null>)", bytes_translate),
    static_method("maketrans", "(frm, to, /)", bytes_maketrans),
    method("__getnewargs__", kAlone, bytes_new_arguments),
    method("__mod__", "(self, value, /)", bytes_modulo, bytes_modulo_slow),
    method("__rmod__", "(self, value, /)", bytes_rmodulo, bytes_rmodulo_slow),
};

}  // namespace

std::span<const NativeDefinition> bytes_methods() { return kBytesMethods; }

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
