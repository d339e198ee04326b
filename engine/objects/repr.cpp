// repr() and str() of what is builtin.

#include <cstring>

#include "engine/compat/float_text.h"
#include "engine/compat/short_text.h"
#include "engine/objects/containers.h"
#include "engine/objects/in_repr.h"
#include "engine/objects/integer.h"
#include "engine/objects/native_function.h"
#include "engine/objects/nesting.h"
#include "engine/objects/raise.h"
#include "engine/objects/run_context.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_hex(std::string& out, uint32_t value, int digits) {
  for (int i = digits - 1; i >= 0; --i) out += kHex[value >> (4 * i) & 15];
}

void append_escape(std::string& out, uint32_t code) {
  out += '\\';
  switch (code) {
    case '\n': out += 'n'; return;
    case '\r': out += 'r'; return;
    case '\t': out += 't'; return;
    default: break;
  }
  if (code < 0x100) {
    out += 'x';
    append_hex(out, code, 2);
  } else if (code < 0x10000) {
    out += 'u';
    append_hex(out, code, 4);
  } else {
    out += 'U';
    append_hex(out, code, 8);
  }
}

char quote_mark(std::string_view text) {
  return text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
}

// The characters that stand in a repr as they are, whichever mark is around them.
struct Plain {
  bool is[256] = {};
  constexpr Plain() {
    for (int c = ' '; c <= '~'; ++c) is[c] = c != '\'' && c != '"' && c != '\\';
  }
};
constexpr Plain kPlain;

// A byte's highest bit says that it is none: it is set, or a subtraction below zero sets it, or
// 0x7f and one. (What is taken from the next byte then, or carried to it, changes nothing any
// more.)
inline bool eight_are_plain(uint64_t bytes) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  const uint64_t others = bytes | (bytes - kOnes * ' ') | (bytes + kOnes) |
                          ((bytes ^ kOnes * '\'') - kOnes) | ((bytes ^ kOnes * '"') - kOnes) |
                          ((bytes ^ kOnes * '\\') - kOnes);
  return (others & (kOnes << 7)) == 0;
}

}  // namespace

bool is_plain(std::string_view utf8) {
  return all_eights(utf8.data(), utf8.size(),
                    [](uint64_t eight) { return eight_are_plain(eight); });
}

std::string_view small_int_text(int64_t value, char (&buffer)[24]) {
  char* end = buffer + sizeof buffer;
  char* at = end;
  uint64_t left = value < 0 ? 0 - uint64_t(value) : uint64_t(value);
  do {
    *--at = char('0' + left % 10);
    left /= 10;
  } while (left);
  if (value < 0) *--at = '-';
  return {at, size_t(end - at)};
}

void append_quoted(std::string& out, std::string_view text) {
  const char *begin = text.data(), *end = begin + text.size(), *at = begin;
  while (at < end && kPlain.is[uint8_t(*at)]) ++at;
  const char mark = at == end ? '\'' : quote_mark(text);
  out.reserve(out.size() + text.size() + 2);
  out += mark;
  out.append(begin, at);
  while (at < end) {
    begin = at;
    uint32_t code = utf8::decode(at);
    if (code == uint32_t(mark) || code == '\\') {
      out += '\\';
      out += char(code);
    } else if (unicode::is_printable(code)) {
      out.append(begin, at);
    } else {
      append_escape(out, code);
    }
    begin = at;
    while (at < end && kPlain.is[uint8_t(*at)]) ++at;
    out.append(begin, at);
  }
  out += mark;
}

namespace {

// --- values ---

void append_small_int(std::string& out, int64_t value) {
  char buffer[24];
  out += small_int_text(value, buffer);
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  bool write(Value value);

 private:
  bool has_room();
  bool items(const Value* items, uint32_t count);
  bool container(Value value);
  bool contents(Value value);

  std::string& out_;
};

// What is shared by many may be shown more often than there is memory, or time.
bool Writer::has_room() {
  constexpr size_t kMuch = 1 << 20;
  if (!has_run()) return true;
  return this_run().limits.may_go_on(1) && (out_.size() < kMuch || heap::has_room(out_.size()));
}

bool Writer::items(const Value* items, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (!has_room()) return false;
    if (i) out_ += ", ";
    if (!write(items[i])) return false;
  }
  return true;
}

bool Writer::contents(Value value) {
  switch (value.object()->kind) {
    case Kind::Tuple: {
      const Tuple* tuple = as<Tuple>(value);
      out_ += '(';
      if (!items(tuple->items, tuple->size)) return false;
      out_ += tuple->size == 1 ? ",)" : ")";
      return true;
    }
    case Kind::List: {
      const List* list = as<List>(value);
      out_ += '[';
      if (!items(list->items, list->size)) return false;
      out_ += ']';
      return true;
    }
    case Kind::Dict: {
      const Dict* dict = as<Dict>(value);
      out_ += '{';
      bool first = true;
      for (uint32_t i = 0; i < dict->filled; ++i) {
        const Dict::Entry& entry = dict->entries[i];
        if (!entry.key) continue;
        if (!has_room()) return false;
        if (!first) out_ += ", ";
        first = false;
        if (!write(entry.key)) return false;
        out_ += ": ";
        if (!write(entry.value)) return false;
      }
      out_ += '}';
      return true;
    }
    case Kind::Set: {
      const Set* set = as<Set>(value);
      bool named = value.object()->type != types.set;
      if (named || set->used == 0) out_ += concat({type_name(value), "("});
      if (set->used > 0) {
        out_ += '{';
        bool first = true;
        for (SetCursor at(set); at.next();) {
          if (!has_room()) return false;
          if (!first) out_ += ", ";
          first = false;
          if (!write(at.entry->key)) return false;
        }
        out_ += '}';
      }
      if (named || set->used == 0) out_ += ')';
      return true;
    }
    default: {
      const Slice* slice = as<Slice>(value);
      Value parts[] = {slice->start, slice->stop, slice->step};
      out_ += "slice(";
      if (!items(parts, 3)) return false;
      out_ += ')';
      return true;
    }
  }
}

bool Writer::container(Value value) {
  Object* object = value.object();
  if (object->flags & kInRepr) {
    switch (object->kind) {
      case Kind::Tuple: out_ += "(...)"; return true;
      case Kind::List: out_ += "[...]"; return true;
      case Kind::Dict: out_ += "{...}"; return true;
      default: out_ += concat({type_name(value), "(...)"}); return true;
    }
  }
  Nesting nesting;
  if (nesting.too_deep()) return false;
  InRepr mark(object);
  return contents(value);
}

// The text that a method gives, if it is one that runs no code of the program's.
bool append_text_of(std::string& out, const NativeFunction* method, Value value) {
  Ref text = call_plain(method, &value, 1);
  if (!text || is_try_coroutine(text)) {
    text.take();
    return false;
  }
  if (!is<Str>(text)) return false;  // the machine says what is wrong with it
  out += text_of(text);
  return true;
}

bool Writer::write(Value value) {
  if (value.is_int()) {
    append_small_int(out_, value.as_int());
    return true;
  }
  if (!value.is_object()) {
    switch (value.bits) {
      case Value::kNone: out_ += "None"; break;
      case Value::kTrue: out_ += "True"; break;
      case Value::kFalse: out_ += "False"; break;
      case Value::kEllipsis: out_ += "Ellipsis"; break;
      case Value::kNotImplemented: out_ += "NotImplemented"; break;
      default: out_ += "<NULL>"; break;
    }
    return true;
  }
  Object* object = value.object();
  const NativeFunction* function = nullptr;
  bool own_tuple = object->kind == Kind::Tuple && object->type != types.tuple;
  if (object->type->detail & Type::kHeap || object->kind >= Kind::Function || own_tuple) {
    function = as_if<NativeFunction>(find_special(object->type, Special::repr));
    if (!function) return false;
    // A subclass without a representation of its own has its layout's.
    if (!function->definition->function) return false;
    const bool own = own_tuple && function->owner == object->type;
    if (own || !is_of_layout(function, value, "__repr__")) {
      return append_text_of(out_, function, value);
    }
  }
  switch (object->kind) {
    case Kind::Str: append_quoted(out_, static_cast<Str*>(object)->view()); return true;
    case Kind::Bytes: out_ += quote_bytes(static_cast<Bytes*>(object)->view()); return true;
    case Kind::Int: {
      std::string text;
      if (!decimal_text(value, text)) return false;
      out_ += text;
      return true;
    }
    case Kind::Float: {
      char buffer[32];
      out_.append(buffer, size_t(write_float_repr(float_of(value), buffer) - buffer));
      return true;
    }
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Slice: return container(value);
    case Kind::Range: {
      const Range* range = static_cast<Range*>(object);
      out_ += "range(";
      append_small_int(out_, range->start);
      out_ += ", ";
      append_small_int(out_, range->stop);
      if (range->step != 1) {
        out_ += ", ";
        append_small_int(out_, range->step);
      }
      out_ += ')';
      return true;
    }
    default:
      if (!function) function = as_if<NativeFunction>(find_special(object->type, Special::repr));
      return function && append_text_of(out_, function, value);
  }
}

}  // namespace

std::string quote(std::string_view utf8) {
  std::string out;
  append_quoted(out, utf8);
  return out;
}

std::string quote_bytes(std::string_view data) {
  char mark = quote_mark(data);
  std::string out = "b";
  out += mark;
  for (char c : data) {
    if (c == mark || c == '\\') {
      out += '\\';
      out += c;
    } else if (c >= ' ' && c <= '~') {
      out += c;
    } else {
      append_escape(out, uint8_t(c));
    }
  }
  out += mark;
  return out;
}

std::string ascii_only(std::string_view utf8) {
  std::string out;
  for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;) {
    uint32_t code = utf8::decode(at);
    if (code < 0x80) {
      out += char(code);
    } else {
      append_escape(out, code);
    }
  }
  return out;
}

bool append_repr(std::string& out, Value value) {
  size_t size = out.size();
  if (Writer(out).write(value)) return true;
  out.resize(size);
  return false;
}

bool append_str(std::string& out, Value value) {
  if (!value.is_object()) return append_repr(out, value);
  Object* object = value.object();
  if (object->kind == Kind::Str && object->type == types.str) {
    out += static_cast<Str*>(object)->view();
    return true;
  }
  if (object->kind < Kind::Function && !(object->type->detail & Type::kHeap) &&
      object->kind != Kind::Instance) {
    return append_repr(out, value);
  }
  const NativeFunction* function = as_if<NativeFunction>(find_special(object->type, Special::str));
  if (!function) return false;
  if (Value::of(function) == find_special(types.object, Special::str)) {
    return append_repr(out, value);
  }
  if (is<Str>(value) && is_of_layout(function, value, "__str__")) {
    out += static_cast<Str*>(object)->view();
    return true;
  }
  return append_text_of(out, function, value);
}

Ref repr_fast(Value value) {
  std::string out;
  return append_repr(out, value) ? new_str(out) : Ref();
}

Ref str_fast(Value value) {
  if (is<Str>(value) && value.object()->type == types.str) return value;
  std::string out;
  return append_str(out, value) ? new_str(out) : Ref();
}

std::string full_name(const Type* type) {
  std::string_view module = is<Str>(type->module) ? text_of(type->module) : "builtins";
  if (module == "builtins" || module == "__main__") return std::string(text_of(type->qualname));
  return concat({module, ".", text_of(type->qualname)});
}

InRepr::InRepr(Object* object) : object_(object) { object_->flags |= kInRepr; }
InRepr::~InRepr() { object_->flags &= uint8_t(~kInRepr); }

}  // namespace awaitscope
