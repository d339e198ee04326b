// Values as the recording shows them: short, safe, and never asking the program.

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "engine/compat/float_text.h"
#include "engine/compat/short_text.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/library_functions.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"
#include "engine/recording/events/recording.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

constexpr std::string_view kMore = "…";

// Text that pieces of a few characters are put behind: every value that a recording shows goes
// through here. What std::string asks and prepares with every piece took longer than the copying.
class Pieces {
 public:
  Pieces() = default;
  Pieces(const Pieces&) = delete;
  ~Pieces() {
    if (begin_ != space_) free(begin_);
  }
  size_t size() const { return size_t(at_ - begin_); }
  std::string_view view() const { return {begin_, size()}; }
  // Room for so many more characters, which the caller puts there before it asks for more.
  char* room(size_t size) {
    if (size > size_t(end_ - at_)) grow(size);
    return std::exchange(at_, at_ + size);
  }
  void operator+=(std::string_view text) {
    copy_short(room(text.size()), text.data(), text.size());
  }
  void operator+=(char c) { *room(1) = c; }
  // In quotes, as repr() writes it.
  void quoted(std::string_view utf8) {
    if (!is_plain(utf8)) return *this += quote(utf8);
    char* to = room(utf8.size() + 2);
    to[0] = to[utf8.size() + 1] = '\'';
    copy_short(to + 1, utf8.data(), utf8.size());
  }
  // Puts text before the last character.
  void insert_before_last(std::string_view text) {
    const char last = *--at_;
    *this += text;
    *this += last;
  }

 private:
  void grow(size_t more) {
    const size_t taken = size(), capacity = taken * 2 + more;
    char* larger = static_cast<char*>(malloc(capacity));
    if (!larger) abort();
    memcpy(larger, begin_, taken);
    if (begin_ != space_) free(begin_);
    begin_ = larger;
    at_ = larger + taken;
    end_ = larger + capacity;
  }

  char space_[160];
  char *begin_ = space_, *at_ = space_, *end_ = space_ + sizeof space_;
};
constexpr int kMaxShownNesting = 4;

class ShortWriter {
 public:
  explicit ShortWriter(size_t width) : width_(width) {}
  void write(Value value);
  std::string_view view() const { return out_.view(); }

 private:
  bool full() const { return out_.size() >= width_; }
  size_t room() const { return full() ? 0 : width_ - out_.size(); }
  void repr(Value value) {
    std::string text;
    append_repr(text, value);
    out_ += text;
  }
  void text(std::string_view utf8, bool bytes);
  void items(std::string_view open, const Value* items, uint32_t count, std::string_view close);
  void table(Value value);
  void object(Value value);
  void named(std::initializer_list<std::string_view> parts) {
    for (std::string_view part : parts) out_ += part;
  }

  Pieces out_;
  size_t width_;
  int depth_ = 0;
};

void ShortWriter::text(std::string_view utf8, bool bytes) {
  size_t most = std::max<size_t>(room(), 8);
  bool cut = utf8.size() > most;
  if (cut) {
    size_t end = most;
    while (!bytes && end > 0 && utf8::is_continuation(utf8[end])) --end;
    utf8 = utf8.substr(0, end);
  }
  if (bytes) {
    out_ += quote_bytes(utf8);
  } else {
    out_.quoted(utf8);
  }
  if (cut) out_.insert_before_last(kMore);
}

void ShortWriter::items(std::string_view open, const Value* items, uint32_t count,
                        std::string_view close) {
  out_ += open;
  if (depth_ >= kMaxShownNesting && count > 0) {
    out_ += kMore;
  } else {
    ++depth_;
    for (uint32_t i = 0; i < count; ++i) {
      if (i) out_ += ", ";
      if (full()) {
        out_ += kMore;
        break;
      }
      write(items[i]);
    }
    --depth_;
  }
  out_ += close;
}

void ShortWriter::table(Value value) {
  bool first = true;
  auto begin_item = [&] {
    if (!first) out_ += ", ";
    first = false;
    if (!full()) return true;
    out_ += kMore;
    return false;
  };
  if (depth_ >= kMaxShownNesting) {
    named({"{", kMore, "}"});
    return;
  }
  ++depth_;
  if (const Dict* dict = as_if<Dict>(value)) {
    out_ += '{';
    for (uint32_t i = 0; i < dict->filled; ++i) {
      const Dict::Entry& entry = dict->entries[i];
      if (!entry.key) continue;
      if (!begin_item()) break;
      write(entry.key);
      out_ += ": ";
      write(entry.value);
    }
    out_ += '}';
  } else {
    const Set* set = as<Set>(value);
    bool frozen = type_of(value) != types.set;
    if (frozen || set->used == 0) named({type_name(value), "("});
    if (set->used > 0) {
      out_ += '{';
      for (SetCursor at(set); at.next();) {
        if (!begin_item()) break;
        write(at.entry->key);
      }
      out_ += '}';
    }
    if (frozen || set->used == 0) out_ += ')';
  }
  --depth_;
}

void ShortWriter::object(Value value) {
  Object* object = value.object();
  switch (object->kind) {
    case Kind::Function: named({"<function ", text_of(as<Function>(value)->qualname), ">"}); return;
    case Kind::Method: {
      Value function = as<Method>(value)->function;
      std::string_view name =
          is<Function>(function) ? text_of(as<Function>(function)->qualname) : type_name(function);
      named({"<method ", name, ">"});
      return;
    }
    case Kind::NativeFunction: {
      auto* native = static_cast<const NativeFunction*>(object);
      named({"<", text_of(object->type->qualname)});
      // What CPython has in Python is shown as the program's own is.
      if (object->type == library_function_type || object->type == library_method_type) {
        if (native->owner) named({" ", text_of(native->owner->qualname), "."});
        named({native->owner ? "" : " ", native->definition->name});
      }
      named({">"});
      return;
    }
    case Kind::Type: named({"<class ", text_of(as<Type>(value)->qualname), ">"}); return;
    case Kind::Module: named({"<module ", as<Module>(value)->name->view(), ">"}); return;
    case Kind::Code: named({"<code ", as<CodeObject>(value)->name->view(), ">"}); return;
    case Kind::Exception: {
      const Tuple* args = as<Tuple>(as<Exception>(value)->args);
      out_ += type_name(value);
      items("(", args->items, args->size, ")");
      return;
    }
    case Kind::Frame: {
      auto* frame = static_cast<const Frame*>(object);
      std::string_view name;
      if (frame->name) {
        name = text_of(frame->qualname ? frame->qualname : frame->name);
      } else if (!frame->native) {
        name = static_cast<const PyFrame*>(frame)->code->qualname->view();
      }
      named({"<", type_name(value), name.empty() ? "" : " ", name, ">"});
      return;
    }
    default: named({"<", text_of(type_of(value)->qualname), ">"}); return;
  }
}

void ShortWriter::write(Value value) {
  if (value.is_int()) {
    char buffer[24];
    out_ += small_int_text(value.as_int(), buffer);
    return;
  }
  if (!value.is_object()) return repr(value);
  Object* object = value.object();
  switch (object->kind) {
    case Kind::Str: text(static_cast<Str*>(object)->view(), false); return;
    case Kind::Bytes: text(static_cast<Bytes*>(object)->view(), true); return;
    case Kind::Float: out_ += float_repr(float_of(value)); return;
    case Kind::Int: {
      const BigInt* big = as<BigInt>(value);
      constexpr uint32_t kMaxDigits = 8;
      if (big->count > kMaxDigits) {
        named({"<int of ", std::to_string(uint64_t(big->count) * 32), " bits>"});
      } else {
        out_ += int_to_text(value);
      }
      return;
    }
    case Kind::Tuple: {
      const Tuple* tuple = as<Tuple>(value);
      items("(", tuple->items, tuple->size, tuple->size == 1 ? ",)" : ")");
      return;
    }
    case Kind::List: items("[", as<List>(value)->items, as<List>(value)->size, "]"); return;
    case Kind::Dict:
    case Kind::Set: table(value); return;
    case Kind::Range: repr(value); return;
    case Kind::Slice: {
      const Slice* slice = as<Slice>(value);
      Value parts[] = {slice->start, slice->stop, slice->step};
      items("slice(", parts, 3, ")");
      return;
    }
    default: break;
  }
  this->object(value);
}

}  // namespace

std::string short_repr(Value value, size_t width) {
  ShortWriter writer(width);
  writer.write(value);
  return std::string(writer.view());
}

uint32_t intern_short_repr(Recording& recording, Value value) {
  ShortWriter writer(kShortWidth);
  writer.write(value);
  return recording.intern(writer.view());
}

}  // namespace awaitscope
