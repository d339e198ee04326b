#pragma once
// The builtin iterators: objects and making them. Not for other layers.

#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"

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

enum class Part : uint8_t { Key, Value, Item };  // of the entries of a dict

// d.keys(), d.values(), d.items().
struct DictView : NativeObject {
  Ref dict;
};

// Of an OrderedDict: entries are moved and removed while it runs.
struct OrderedIterator : NativeObject {
  Ref dict;              // null: at the end
  Ref key;               // the next one, where keys have to be looked up
  Ref pair;              // what an iterator of items gave last
  uint32_t version = 0;  // of the keys
  int32_t at = -1;       // the next entry, where they have not
  Part part = Part::Key;
  bool reversed = false;
};
extern Type* ordered_iterator_type;         // made by register_ordered_dict()
extern Type* asking_ordered_iterator_type;  // where keys have an equality of the program's own

Ref new_dict_view(Type* type, Value dict);
Ref new_table_iterator(Type* type, Value table);  // types.dict_key_iterator ..., set_iterator
Ref new_ordered_iterator(Value ordered_dict, Part part, bool reversed);
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
