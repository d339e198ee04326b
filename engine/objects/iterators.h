#pragma once
// The builtin iterators: objects and making them. Not for other layers.

#include "engine/objects/containers.h"
#include "engine/objects/native.h"

namespace awaitscope {

// Of a list or tuple; `sequence` is null once it is exhausted.
struct SequenceIterator : NativeObject {
  Ref sequence;
  int64_t position = 0;
};

struct RangeIterator : NativeObject {
  int64_t next = 0, step = 1, remaining = 0;
};

// Of a dict or set. It ends with an error where the size has changed since it began, or there are
// more keys than there were.
struct TableIterator : NativeObject {
  Ref table;
  Ref pair;              // what the items' iterator gave last
  int64_t position = 0;  // of the next; of a reversed one counted from the start too
  uint32_t used = 0;     // how many there were
  uint32_t left = 0;     // how many of these are to come
};

// d.keys(), d.values(), d.items().
struct DictView : NativeObject {
  Ref dict;
};

Ref new_dict_view(Type* type, Value dict);
Ref new_table_iterator(Type* type, Value table);  // types.dict_key_iterator ..., set_iterator
Ref new_sequence_iterator(Value list_or_tuple);
Ref new_range_iterator(int64_t start, int64_t step, int64_t count);
Ref reversed_builtin(Value sequence);  // of a list, tuple, range, dict or dict view, by its layout

// Whether a class has replaced a special method of the builtin type that it is derived from.
inline bool overrides(const Object* object, Special special) {
  if (!(object->type->detail & Type::kHeap)) return false;
  Value method = find_special(object->type, special);
  return method && !is<NativeFunction>(method);
}

void register_iterators();

}  // namespace awaitscope
