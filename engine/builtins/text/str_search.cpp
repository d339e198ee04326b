// Methods of str that look for text and cut it up: find, count, replace, split, strip, partition
// ...

#include "engine/builtins/text/str_methods.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

bool part_of(Value start, Value end, int64_t length, int64_t& from, int64_t& to) {
  from = 0;
  to = length;
  for (auto [value, out] : {std::pair(start, &from), std::pair(end, &to)}) {
    if (value.is_null() || value.is_none()) continue;
    if (!is_integer(value)) {
      raise_type_error(
          {since(Version::V3_15)
               ? "slice indices must be integers or have an __index__ method"
               : "slice indices must be integers or None or have an __index__ method"});
      return false;
    }
    if (!as_int64(value, *out))
      *out = compare_numbers(value, Value::of_int(0)) < 0 ? -length : length;
    if (*out < 0) *out = std::max<int64_t>(0, *out + length);
  }
  to = std::min(to, length);
  return true;
}

namespace {

using Definition = NativeDefinition;
constexpr auto kNone = std::string_view::npos;

// The part of a text that `start` and `end` say, and how many code points come before it.
struct Part {
  std::string_view text;
  int64_t from = 0;
  bool valid = true;  // the start is not beyond the end
};

bool take_part(const Str* text, Value start, Value end, Part& part) {
  int64_t from, to;
  if (!part_of(start, end, text->length, from, to)) return false;
  part.from = from;
  part.valid = from <= to;
  if (!part.valid) return true;
  if (text->ascii()) {
    part.text = text->view().substr(size_t(from), size_t(to - from));
  } else {
    std::string_view all = text->view();
    all.remove_prefix(utf8::offset_of(all, size_t(from)));
    part.text = all.substr(0, utf8::offset_of(all, size_t(to - from)));
  }
  return true;
}

bool must_be_str(Value value, std::string_view method = {}) {
  if (is<Str>(value)) return true;
  if (!method.empty() && since(Version::V3_13)) {
    raise_type_error(
        {method, "() argument 1 must be str, not ", value.is_none() ? "None" : type_name(value)});
  } else {
    raise_type_error({"must be str, not ", type_name(value)});
  }
  return false;
}

// (self, sub, start, end) -> the number of the code point, -1 where there is none.
template <bool from_right>
bool find_text(const Args& args, std::string_view method, int64_t& at) {
  if (!must_be_str(args[1], method)) return false;
  const Str* text = as<Str>(args[0]);
  Part part;
  if (!take_part(text, args[2], args[3], part)) return false;
  std::string_view sub = text_of(args[1]);
  at = -1;
  if (!part.valid) return true;
  size_t found = from_right ? part.text.rfind(sub) : part.text.find(sub);
  if (found == kNone) return true;
  at = part.from + int64_t(text->ascii() ? found : utf8::length_of(part.text.substr(0, found)));
  return true;
}

template <bool from_right>
Ref str_find(Args& args) {
  int64_t at;
  return find_text<from_right>(args, from_right ? "rfind" : "find", at) ? new_int(at) : Ref();
}

template <bool from_right>
Ref str_index(Args& args) {
  int64_t at;
  if (!find_text<from_right>(args, from_right ? "rindex" : "index", at)) return {};
  return at < 0 ? raise_value_error({"substring not found"}) : new_int(at);
}

Ref str_count(Args& args) {
  if (!must_be_str(args[1], "count")) return {};
  Part part;
  if (!take_part(as<Str>(args[0]), args[2], args[3], part)) return {};
  if (!part.valid) return Value::of_int(0);
  std::string_view sub = text_of(args[1]);
  if (sub.empty()) return new_int(int64_t(utf8::length_of(part.text)) + 1);
  int64_t count = 0;
  for (size_t at = 0; (at = part.text.find(sub, at)) != kNone; at += sub.size()) ++count;
  return new_int(count);
}

template <bool at_end>
Ref str_starts(Args& args) {
  constexpr std::string_view kName = at_end ? "endswith" : "startswith";
  Part part;
  if (!take_part(as<Str>(args[0]), args[2], args[3], part)) return {};
  auto fits = [&part](Value prefix) {
    std::string_view text = text_of(prefix);
    return part.valid && (at_end ? part.text.ends_with(text) : part.text.starts_with(text));
  };
  if (is<Str>(args[1])) return Value::boolean(fits(args[1]));
  const Tuple* any = as_if<Tuple>(args[1]);
  if (!any) {
    return raise_type_error(
        {kName, " first arg must be str or a tuple of str, not ", type_name(args[1])});
  }
  for (uint32_t i = 0; i < any->size; ++i) {
    if (!is<Str>(any->items[i])) {
      return raise_type_error(
          {"tuple for ", kName, " must only contain str, not ", type_name(any->items[i])});
    }
    if (fits(any->items[i])) return Value::boolean(true);
  }
  return Value::boolean(false);
}

template <bool at_end>
Ref str_remove(Args& args) {
  constexpr std::string_view kName = at_end ? "removesuffix" : "removeprefix";
  if (!is<Str>(args[1])) {
    return raise_type_error({kName, "() argument must be str, not ", type_name(args[1])});
  }
  std::string_view text = text_of(args[0]), part = text_of(args[1]);
  bool there = at_end ? text.ends_with(part) : text.starts_with(part);
  if (there && !part.empty()) {
    if (at_end) {
      text.remove_suffix(part.size());
    } else {
      text.remove_prefix(part.size());
    }
    return new_str(text);
  }
  return type_of(args[0]) == types.str ? Ref(args[0]) : new_str(text);
}

// --- strip ---

// How many bytes of white space, or of the given characters, the text begins or ends with.
template <class Drops>
std::string_view stripped(std::string_view text, bool left, bool right, Drops drops) {
  const char *begin = text.data(), *end = begin + text.size();
  while (left && begin < end) {
    const char* at = begin;
    if (!drops(utf8::decode(at))) break;
    begin = at;
  }
  while (right && begin < end) {
    const char* at = end - 1;
    while (utf8::is_continuation(*at)) --at;
    const char* lead = at;
    if (!drops(utf8::decode(lead))) break;
    end = at;
  }
  return {begin, size_t(end - begin)};
}

template <bool left, bool right>
Ref str_strip(Args& args) {
  std::string_view text = text_of(args[0]), kept;
  if (args[1].is_none()) {
    kept = stripped(text, left, right, unicode::is_space);
  } else if (const Str* characters = as_if<Str>(args[1])) {
    if (characters->ascii()) {
      std::string_view set = characters->view();
      kept = stripped(text, left, right, [set](uint32_t code) {
        return code < 0x80 && set.find(char(code)) != kNone;
      });
    } else {
      kept = stripped(text, left, right, [characters](uint32_t code) {
        for (const char *at = characters->data, *end = at + characters->size; at < end;) {
          if (utf8::decode(at) == code) return true;
        }
        return false;
      });
    }
  } else {
    constexpr std::string_view kName = left && right ? "strip" : left ? "lstrip" : "rstrip";
    return raise_type_error({kName, " arg must be None or str"});
  }
  if (kept.size() == text.size() && type_of(args[0]) == types.str) return args[0];
  return new_str(kept);
}

// --- split ---

void append_part(List* list, std::string_view text) {
  Ref part = new_str(text);
  list_append(list, part);
}

void split_at_spaces(List* list, std::string_view text, int64_t limit) {
  const char *at = text.data(), *end = at + text.size();
  for (;;) {
    const char* begin = at;
    while (begin < end) {
      at = begin;
      if (!unicode::is_space(utf8::decode(at))) break;
      begin = at;
    }
    if (begin == end) return;
    if (limit-- == 0) {  // the rest, with the spaces at its end
      append_part(list, {begin, size_t(end - begin)});
      return;
    }
    const char* word_end = begin;
    while (word_end < end) {
      at = word_end;
      if (unicode::is_space(utf8::decode(at))) break;
      word_end = at;
    }
    append_part(list, {begin, size_t(word_end - begin)});
    at = word_end;
  }
}

void rsplit_at_spaces(std::vector<std::string_view>& parts, std::string_view text, int64_t limit) {
  const char *begin = text.data(), *end = begin + text.size();
  auto before = [](const char* at) {
    --at;
    while (utf8::is_continuation(*at)) --at;
    return at;
  };
  auto space_at = [](const char* at) { return unicode::is_space(utf8::decode(at)); };
  for (;;) {
    while (end > begin && space_at(before(end))) end = before(end);
    if (begin == end) return;
    if (limit-- == 0) {
      parts.push_back({begin, size_t(end - begin)});
      return;
    }
    const char* word = end;
    while (word > begin && !space_at(before(word))) word = before(word);
    parts.push_back({word, size_t(end - word)});
    end = word;
  }
}

bool split_arguments(const Args& args, int64_t& limit) {
  if (!args[1].is_none() && !is<Str>(args[1])) {
    raise_type_error({"must be str or None, not ", type_name(args[1])});
    return false;
  }
  if (!index_of(args[2], limit)) return false;
  if (limit < 0) limit = INT64_MAX;
  if (is<Str>(args[1]) && as<Str>(args[1])->size == 0) {
    raise_value_error({"empty separator"});
    return false;
  }
  return true;
}

Ref str_split(Args& args) {
  int64_t limit;
  if (!split_arguments(args, limit)) return {};
  Ref list = new_list();
  std::string_view text = text_of(args[0]);
  if (args[1].is_none()) {
    split_at_spaces(as<List>(list), text, limit);
    return list;
  }
  std::string_view separator = text_of(args[1]);
  size_t begin = 0, at;
  while (limit-- > 0 && (at = text.find(separator, begin)) != kNone) {
    append_part(as<List>(list), text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  append_part(as<List>(list), text.substr(begin));
  return list;
}

Ref str_rsplit(Args& args) {
  int64_t limit;
  if (!split_arguments(args, limit)) return {};
  std::string_view text = text_of(args[0]);
  std::vector<std::string_view> parts;  // the last first
  if (args[1].is_none()) {
    rsplit_at_spaces(parts, text, limit);
  } else {
    std::string_view separator = text_of(args[1]);
    size_t at;
    while (limit-- > 0 && (at = text.rfind(separator)) != kNone) {
      parts.push_back(text.substr(at + separator.size()));
      text = text.substr(0, at);
    }
    parts.push_back(text);
  }
  Ref list = new_list();
  for (size_t i = parts.size(); i-- > 0;) append_part(as<List>(list), parts[i]);
  return list;
}

bool is_line_end(uint32_t code) {
  return (code >= 0x0a && code <= 0x0d) || (code >= 0x1c && code <= 0x1e) || code == 0x85 ||
         code == 0x2028 || code == 0x2029;
}

Ref str_splitlines(Args& args) {
  bool keep = !(args[1] == Value::boolean(false) || args[1] == Value::of_int(0));
  Ref list = new_list();
  std::string_view text = text_of(args[0]);
  const char *begin = text.data(), *at = begin, *end = begin + text.size();
  while (at < end) {
    const char* stop = at;
    uint32_t code = utf8::decode(at);
    if (!is_line_end(code)) continue;
    if (code == '\r' && at < end && *at == '\n') ++at;
    append_part(as<List>(list), {begin, size_t((keep ? at : stop) - begin)});
    begin = at;
  }
  if (begin < end) append_part(as<List>(list), {begin, size_t(end - begin)});
  return list;
}

template <bool from_right>
Ref str_partition(Args& args) {
  if (!must_be_str(args[1])) return {};
  std::string_view text = text_of(args[0]), separator = text_of(args[1]);
  if (separator.empty()) return raise_value_error({"empty separator"});
  size_t at = from_right ? text.rfind(separator) : text.find(separator);
  Ref empty = new_str({});
  Ref whole = type_of(args[0]) == types.str ? Ref(args[0]) : new_str(text);
  if (at == kNone) {
    return from_right ? new_tuple({empty, empty, whole}) : new_tuple({whole, empty, empty});
  }
  Ref head = new_str(text.substr(0, at)), tail = new_str(text.substr(at + separator.size()));
  return new_tuple({head, args[1], tail});
}

Ref str_replace(Args& args) {
  for (uint32_t i : {1u, 2u}) {
    if (!is<Str>(args[i])) {
      return raise_type_error(
          {"replace() argument ", std::to_string(i), " must be str, not ", type_name(args[i])});
    }
  }
  int64_t limit;
  if (!index_of(args[3], limit)) return {};
  if (limit < 0) limit = INT64_MAX;
  std::string_view text = text_of(args[0]), old = text_of(args[1]), with = text_of(args[2]);
  std::string out;
  size_t begin = 0;
  if (old.empty()) {  // between all characters, and at both ends
    while (limit-- > 0) {
      out += with;
      if (begin >= text.size()) return new_str(out);
      size_t end = begin + 1;
      while (end < text.size() && utf8::is_continuation(text[end])) ++end;
      out += text.substr(begin, end - begin);
      begin = end;
    }
    return new_str(out += text.substr(begin));
  }
  size_t at;
  while (limit-- > 0 && (at = text.find(old, begin)) != kNone) {
    out += text.substr(begin, at - begin);
    out += with;
    begin = at + old.size();
  }
  if (begin == 0 && type_of(args[0]) == types.str) return args[0];
  out += text.substr(begin);
  return new_str(out);
}

constexpr char kRange[] = "(self, sub, start=None, end=None, /)";

const Definition kSearchMethods[] = {
    method("find", kRange, str_find<false>),
    method("rfind", kRange, str_find<true>),
    method("index", kRange, str_index<false>),
    method("rindex", kRange, str_index<true>),
    method("count", kRange, str_count),
    method("startswith", kRange, str_starts<false>),
    method("endswith", kRange, str_starts<true>),
    method("removeprefix", "(self, prefix, /)", str_remove<false>),
    method("removesuffix", "(self, suffix, /)", str_remove<true>),
    method("strip", "(self, chars=None, /)", str_strip<true, true>),
    method("lstrip", "(self, chars=None, /)", str_strip<true, false>),
    method("rstrip", "(self, chars=None, /)", str_strip<false, true>),
    method("split", "(self, /, sep=None, maxsplit=-1)", str_split),
    method("rsplit", "(self, /, sep=None, maxsplit=-1)", str_rsplit),
    method("splitlines", "(self, /, keepends=False)", str_splitlines),
    method("partition", "(self, sep, /)", str_partition<false>),
    method("rpartition", "(self, sep, /)", str_partition<true>),
    method("replace", "(self, old, new, count=-1, /)", str_replace).until(Version::V3_13),
    method("replace", "(self, old, new, /, count=-1)", str_replace).since(Version::V3_13),
};

}  // namespace

std::span<const NativeDefinition> str_search_methods() { return kSearchMethods; }

}  // namespace awaitscope
