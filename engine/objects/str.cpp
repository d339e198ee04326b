// Making strings and bytes, interning, hashing, comparing, slicing.

#include <algorithm>
#include <cstring>

#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

constexpr size_t kMaxText = 1u << 30;  // beyond what any limit of memory lets a program hold

// Strings that everybody uses: all interned ones, in an open hash table.
struct InternTable {
  std::vector<Str*> slots = std::vector<Str*>(1024);
  size_t used = 0;

  Str*& slot_of(uint64_t hash, std::string_view text) {
    size_t mask = slots.size() - 1;
    for (size_t i = size_t(hash) & mask;; i = (i + 1) & mask) {
      Str*& slot = slots[i];
      if (!slot || (slot->hash == hash && slot->view() == text)) return slot;
    }
  }
  void grow() {
    std::vector<Str*> old(slots.size() * 2);
    old.swap(slots);
    for (Str* text : old) {
      if (text) slot_of(text->hash, text->view()) = text;
    }
  }
  void add(Str*& slot, Str* text) {
    text->interned = true;
    slot = text;
    if (++used * 2 > slots.size()) grow();
  }
};

InternTable& intern_table() {
  static InternTable table;
  return table;
}

Str* ascii_characters[128];  // "" for none yet
Str* empty_text;

Str* immortal_text(std::string_view text) {
  Str* made = intern(text);
  made->refcount = kImmortal;
  return made;
}

Str* ascii_character(char c) {
  Str*& slot = ascii_characters[uint8_t(c)];
  if (!slot) slot = immortal_text({&c, 1});
  return slot;
}

Str* empty() {
  if (!empty_text) empty_text = immortal_text({});
  return empty_text;
}

Str* make_str(std::string_view utf8, size_t length) {
  Str* text = new_str_uninitialized(utf8.size(), length);
  if (text && !utf8.empty()) memcpy(text->data, utf8.data(), utf8.size());
  return text;
}

Ref owned_or_null(Object* made) { return made ? Ref::adopt(made) : Ref(); }

}  // namespace

Str* new_str_uninitialized(size_t size, size_t length) {
  if (size > kMaxText) {
    raise_error(types.MemoryError, std::string_view());
    return nullptr;
  }
  if (!heap::has_room(size)) return nullptr;
  Str* text = make_object<Str>(types.str, size);
  text->size = uint32_t(size);
  text->length = uint32_t(length);
  text->data[size] = '\0';
  return text;
}

Ref new_str(std::string_view utf8) {
  if (utf8.size() <= 1) {
    if (utf8.empty()) return Value::of(empty());
    if (uint8_t(utf8[0]) < 0x80) return Value::of(ascii_character(utf8[0]));
  }
  return owned_or_null(make_str(utf8, utf8::length_of(utf8)));
}

Ref new_str_of_code(uint32_t code_point) {
  if (code_point < 0x80) return Value::of(ascii_character(char(code_point)));
  char buffer[4];
  size_t size = size_t(utf8::encode(buffer, code_point) - buffer);
  return owned_or_null(make_str({buffer, size}, 1));
}

Str* intern(std::string_view utf8) {
  InternTable& table = intern_table();
  uint64_t hash = hash_text(utf8);
  Str*& slot = table.slot_of(hash, utf8);
  if (slot) return slot;
  Str* text = make_str(utf8, utf8::length_of(utf8));
  text->hash = hash;
  table.add(slot, text);
  return text;
}

Str* intern(Str* text) {
  if (text->interned) return text;
  if (text->type != types.str) return intern(text->view());
  InternTable& table = intern_table();
  Str*& slot = table.slot_of(hash_str(text), text->view());
  if (!slot) {
    retain(text);
    table.add(slot, text);
    return text;
  }
  return slot;
}

Bytes* new_bytes_uninitialized(size_t size) {
  if (size > kMaxText) {
    raise_error(types.MemoryError, std::string_view());
    return nullptr;
  }
  if (!heap::has_room(size)) return nullptr;
  Bytes* bytes = make_object<Bytes>(types.bytes, size);
  bytes->size = uint32_t(size);
  bytes->data[size] = '\0';
  return bytes;
}

Ref new_bytes(std::string_view data) {
  Bytes* bytes = new_bytes_uninitialized(data.size());
  if (!bytes) return {};
  std::copy(data.begin(), data.end(), bytes->data);
  return Ref::adopt(bytes);
}

// Never 0, which means "not computed" in a Str.
uint64_t hash_text(std::string_view text) {
  constexpr uint64_t kFactor = 0x9e3779b97f4a7c15u;
  uint64_t hash = text.size() * kFactor;
  const char* at = text.data();
  size_t left = text.size();
  auto mix = [&hash](uint64_t word) {
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 29;
  };
  for (; left >= 8; left -= 8, at += 8) {
    uint64_t word;
    memcpy(&word, at, 8);
    mix(word);
  }
  if (left > 0) {
    uint64_t word = 0;
    memcpy(&word, at, left);
    mix(word);
  }
  hash ^= hash >> 32;
  return hash ? hash : 1;
}

uint64_t hash_str(const Str* text) {
  if (text->hash == 0) text->hash = hash_text(text->view());
  return text->hash;
}

bool equal_text(const Str* a, const Str* b) {
  if (a == b) return true;
  if (a->size != b->size || (a->hash && b->hash && a->hash != b->hash)) return false;
  return memcmp(a->data, b->data, a->size) == 0;
}

int compare_text(const Str* a, const Str* b) {
  // UTF-8 sorts as its code points do.
  int order = memcmp(a->data, b->data, std::min(a->size, b->size));
  if (order == 0) order = a->size < b->size ? -1 : a->size > b->size;
  return order < 0 ? -1 : order > 0;
}

Ref concat_str(const Str* a, const Str* b) {
  if (a->size == 0 && b->type == types.str) return Value::of(b);
  if (b->size == 0 && a->type == types.str) return Value::of(a);
  Str* both = new_str_uninitialized(size_t(a->size) + b->size, size_t(a->length) + b->length);
  if (!both) return {};
  memcpy(both->data, a->data, a->size);
  memcpy(both->data + a->size, b->data, b->size);
  return Ref::adopt(both);
}

Ref join_texts(const Value* texts, uint32_t count) {
  size_t size = 0, length = 0;
  for (uint32_t i = 0; i < count; ++i) {
    size += as<Str>(texts[i])->size;
    length += as<Str>(texts[i])->length;
  }
  if (size <= 1) {  // such are kept, see new_str()
    for (uint32_t i = 0; i < count; ++i) {
      if (as<Str>(texts[i])->size) return texts[i];
    }
    return new_str({});
  }
  Str* joined = new_str_uninitialized(size, length);
  if (!joined) return {};
  char* to = joined->data;
  for (uint32_t i = 0; i < count; ++i) {
    memcpy(to, as<Str>(texts[i])->data, as<Str>(texts[i])->size);
    to += as<Str>(texts[i])->size;
  }
  return Ref::adopt(joined);
}

Ref repeat_text(Value value, int64_t times) {
  if (times < 0) times = 0;
  std::string_view once = is<Str>(value) ? text_of(value) : as<Bytes>(value)->view();
  if (times == 1 && (type_of(value) == types.str || type_of(value) == types.bytes)) return value;
  if (once.size() > 0 && uint64_t(times) > kMaxText / once.size()) {
    return raise_error(types.MemoryError, std::string_view());
  }
  size_t size = once.size() * size_t(times);
  if (size == 0) return is<Str>(value) ? new_str({}) : new_bytes({});
  char* to;
  Ref made;
  if (const Str* text = as_if<Str>(value)) {
    Str* repeated = new_str_uninitialized(size, text->length * size_t(times));
    if (!repeated) return {};
    to = repeated->data;
    made = Ref::adopt(repeated);
  } else {
    Bytes* repeated = new_bytes_uninitialized(size);
    if (!repeated) return {};
    to = repeated->data;
    made = Ref::adopt(repeated);
  }
  if (once.size() == 1) {
    memset(to, once[0], size);
  } else {
    for (size_t at = 0; at < size; at += once.size()) memcpy(to + at, once.data(), once.size());
  }
  return made;
}

Ref slice_text(const Str* text, int64_t start, int64_t stop) {
  if (start >= stop) return new_str({});
  if (start == 0 && stop == int64_t(text->length) && text->type == types.str)
    return Value::of(text);
  std::string_view all = text->view();
  if (text->ascii()) {
    std::string_view part = all.substr(size_t(start), size_t(stop - start));
    if (part.size() == 1) return new_str(part);
    return owned_or_null(make_str(part, part.size()));
  }
  all.remove_prefix(utf8::offset_of(all, size_t(start)));
  std::string_view part = all.substr(0, utf8::offset_of(all, size_t(stop - start)));
  if (part.size() == 1) return new_str(part);
  return owned_or_null(make_str(part, size_t(stop - start)));
}

namespace {

Ref str_item(const Str* text, int64_t index) {
  if (text->ascii()) return Value::of(ascii_character(text->data[index]));
  const char* at = text->data + utf8::offset_of(text->view(), size_t(index));
  return new_str_of_code(utf8::decode(at));
}

Ref str_slice_with_step(const Str* text, const SliceIndices& indices) {
  std::string out;
  if (text->ascii()) {
    for (int64_t i = 0, at = indices.start; i < indices.count; ++i, at += indices.step) {
      out += text->data[at];
    }
    return new_str(out);
  }
  std::vector<uint32_t> codes;
  codes.reserve(text->length);
  for (const char *at = text->data, *end = at + text->size; at < end;) {
    codes.push_back(utf8::decode(at));
  }
  for (int64_t i = 0, at = indices.start; i < indices.count; ++i, at += indices.step) {
    utf8::append(out, codes[size_t(at)]);
  }
  return new_str(out);
}

Ref bytes_slice(const Bytes* bytes, const SliceIndices& indices) {
  if (indices.step == 1) {
    return new_bytes(bytes->view().substr(size_t(indices.start), size_t(indices.count)));
  }
  std::string out;
  for (int64_t i = 0, at = indices.start; i < indices.count; ++i, at += indices.step) {
    out += bytes->data[at];
  }
  return new_bytes(out);
}

}  // namespace

Ref text_get_item(Value value, Value key) {
  const Str* text = as_if<Str>(value);
  const Bytes* bytes = text ? nullptr : as<Bytes>(value);
  int64_t length = text ? text->length : bytes->size;
  if (const Slice* slice = as_if<Slice>(key)) {
    SliceIndices indices;
    if (!slice_indices(slice, length, indices)) return {};
    if (bytes) return bytes_slice(bytes, indices);
    if (indices.step == 1) return slice_text(text, indices.start, indices.start + indices.count);
    return str_slice_with_step(text, indices);
  }
  if (!is_integer(key)) {
    return raise_type_error({text ? "string indices must be integers, not '"
                                  : "byte indices must be integers or slices, not ",
                             type_name(key), text ? "'" : ""});
  }
  int64_t index;
  if (!as_int64(key, index)) {
    return raise_error(types.IndexError, "cannot fit 'int' into an index-sized integer");
  }
  if (index < 0) index += length;
  if (index < 0 || index >= length) {
    return raise_error(types.IndexError, text ? "string index out of range" : "index out of range");
  }
  if (bytes) return new_int(int64_t(uint8_t(bytes->data[index])));
  return str_item(text, index);
}

Ref text_contains(Value value, Value item) {
  if (const Str* text = as_if<Str>(value)) {
    const Str* part = as_if<Str>(item);
    if (!part) {
      return raise_type_error(
          {"'in <string>' requires string as left operand, not ", type_name(item)});
    }
    return Value::boolean(text->view().find(part->view()) != std::string_view::npos);
  }
  std::string_view bytes = as<Bytes>(value)->view();
  if (const Bytes* part = as_if<Bytes>(item)) {
    return Value::boolean(bytes.find(part->view()) != std::string_view::npos);
  }
  if (!is_integer(item)) {
    return raise_type_error({"a bytes-like object is required, not '", type_name(item), "'"});
  }
  int64_t byte;
  if (!as_int64(item, byte) || byte < 0 || byte > 255) {
    return raise_value_error({"byte must be in range(0, 256)"});
  }
  return Value::boolean(bytes.find(char(byte)) != std::string_view::npos);
}

}  // namespace awaitscope
