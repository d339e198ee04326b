// Iterators over str and bytes.

#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

struct TextIterator : NativeObject {
  Ref text;             // null when it is exhausted
  size_t position = 0;  // in bytes
};

Type* bytes_iterator;

using Definition = NativeDefinition;

Ref next_character(Object* object) {
  auto* self = static_cast<TextIterator*>(object);
  if (!self->text) return {};
  const Str* text = as<Str>(self->text);
  if (self->position >= text->size) {
    self->text = {};
    return {};
  }
  const char *begin = text->data + self->position, *at = begin;
  Ref item = new_str_of_code(utf8::decode(at));
  self->position += size_t(at - begin);
  return item;
}

Ref next_byte(Object* object) {
  auto* self = static_cast<TextIterator*>(object);
  if (!self->text) return {};
  const Bytes* bytes = as<Bytes>(self->text);
  if (self->position < bytes->size) return Value::of_int(uint8_t(bytes->data[self->position++]));
  self->text = {};
  return {};
}

template <Ref (*next)(Object*)>
Ref iterator_next(Args& args) {
  Ref item = next(args[0].object());
  return item ? item : raise_stop_iteration({});
}

Ref itself(Args& args) { return args[0]; }

Ref length_hint(Args& args) {
  auto* self = static_cast<TextIterator*>(args[0].object());
  if (!self->text) return Value::of_int(0);
  if (const Bytes* bytes = as_if<Bytes>(self->text)) {
    return Value::of_int(int64_t(bytes->size - self->position));
  }
  return Value::of_int(int64_t(utf8::length_of(text_of(self->text).substr(self->position))));
}

const Definition kStrIterator[] = {
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", iterator_next<next_character>),
    method("__length_hint__", "(self, /)", length_hint),
};
const Definition kBytesIterator[] = {
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", iterator_next<next_byte>),
    method("__length_hint__", "(self, /)", length_hint),
};

Type* make_iterator_type(const char* name, std::span<const Definition> methods, FastNext next) {
  TypeSpec spec;
  spec.name = name;
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(TextIterator);
  spec.flags = Type::kNoInstance | Type::kNoSubclass;
  spec.methods = methods;
  spec.slots.destroy = destroy_native<TextIterator>;
  Type* type = new_builtin_type(spec);
  set_next_fast(type, next);
  return type;
}

}  // namespace

Ref new_text_iterator(Value text) {
  auto* iterator = make_object<TextIterator>(is<Str>(text) ? types.str_iterator : bytes_iterator);
  iterator->text = text;
  return Ref::adopt(iterator);
}

void register_text_iterators() {
  types.str_iterator = make_iterator_type("str_iterator", kStrIterator, next_character);
  bytes_iterator = make_iterator_type("bytes_iterator", kBytesIterator, next_byte);
}

}  // namespace awaitscope
