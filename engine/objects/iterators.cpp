#include "engine/objects/iterators.h"

#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/tables.h"

namespace awaitscope {

Type *ordered_iterator_type, *asking_ordered_iterator_type;

namespace {

struct MoreTypes {
  Type *list_reverse, *tuple_reverse, *dict_reverse_key, *dict_reverse_value, *dict_reverse_item;
} more;

Ref next_of_list(Object* object) {
  auto* self = static_cast<SequenceIterator*>(object);
  if (!self->sequence) return {};
  auto* list = as<List>(self->sequence);
  if (self->position < list->size) return list->items[self->position++];
  self->sequence = Ref();
  return {};
}

Ref next_of_tuple(Object* object) {
  auto* self = static_cast<SequenceIterator*>(object);
  if (!self->sequence) return {};
  auto* tuple = as<Tuple>(self->sequence);
  if (self->position < tuple->size) return tuple->items[self->position++];
  self->sequence = Ref();
  return {};
}

Ref next_of_reversed(Object* object) {
  auto* self = static_cast<SequenceIterator*>(object);
  if (!self->sequence) return {};
  auto [items, size] = is<List>(self->sequence)
                           ? std::pair<Value*, uint32_t>{as<List>(self->sequence)->items,
                                                         as<List>(self->sequence)->size}
                           : std::pair<Value*, uint32_t>{as<Tuple>(self->sequence)->items,
                                                         as<Tuple>(self->sequence)->size};
  if (self->position >= 0 && self->position < size) return items[self->position--];
  self->sequence = Ref();
  return {};
}

Ref next_of_range(Object* object) {
  auto* self = static_cast<RangeIterator*>(object);
  if (self->remaining <= 0) return {};
  --self->remaining;
  int64_t value = self->next;
  self->next = int64_t(uint64_t(value) + uint64_t(self->step));
  return Value::fits(value) ? Ref::adopt(Value::of_int(value)) : new_int(value);
}

// The pair of the last step is used again where nobody else has kept it, as CPython does.
Ref pair_of(TableIterator* iterator, const Dict::Entry& entry) {
  retain(entry.key);
  retain(entry.value);
  if (iterator->pair && iterator->pair.get().object()->refcount == 1) {
    become_pair(as<Tuple>(iterator->pair), entry.key, entry.value);
    return iterator->pair;
  }
  Tuple* pair = new_tuple_uninitialized(2);
  pair->items[0] = entry.key;
  pair->items[1] = entry.value;
  iterator->pair = Ref::adopt(pair);
  return iterator->pair;
}

Ref part_of(TableIterator* iterator, const Dict::Entry& entry, Part part) {
  switch (part) {
    case Part::Key: return entry.key;
    case Part::Value: return entry.value;
    default: return pair_of(iterator, entry);
  }
}

template <Part part>
Ref next_of_dict(Object* object) {
  auto* self = static_cast<TableIterator*>(object);
  if (!self->table) return {};
  auto* dict = as<Dict>(self->table);
  if (dict->used != self->used) {
    self->used = UINT32_MAX;  // and so it stays
    return raise_runtime_error({"dictionary changed size during iteration"});
  }
  while (self->position < dict->filled) {
    const Dict::Entry& entry = dict->entries[self->position++];
    if (!entry.key) continue;
    if (!self->left) {
      self->table = self->pair = Ref();
      return raise_runtime_error({"dictionary keys changed during iteration"});
    }
    --self->left;
    return part_of(self, entry, part);
  }
  self->table = self->pair = Ref();
  return {};
}

template <Part part>
Ref next_of_reversed_dict(Object* object) {
  auto* self = static_cast<TableIterator*>(object);
  if (!self->table) return {};
  auto* dict = as<Dict>(self->table);
  if (dict->used != self->used) {
    self->used = UINT32_MAX;
    return raise_runtime_error({"dictionary changed size during iteration"});
  }
  if (self->position >= dict->filled) self->position = int64_t(dict->filled) - 1;
  while (self->position >= 0) {
    const Dict::Entry& entry = dict->entries[self->position--];
    if (!entry.key) continue;
    --self->left;
    return part_of(self, entry, part);
  }
  self->table = self->pair = Ref();
  return {};
}

Ref next_of_set(Object* object) {
  auto* self = static_cast<TableIterator*>(object);
  if (!self->table) return {};
  auto* set = as<Set>(self->table);
  if (set->used != self->used) {
    self->used = UINT32_MAX;
    return raise_runtime_error({"Set changed size during iteration"});
  }
  while (set->table && self->position <= set->mask) {
    const Set::Entry& entry = set->table[self->position++];
    if (!is_live(entry.key)) continue;
    --self->left;
    return entry.key;
  }
  self->table = self->pair = Ref();
  return {};
}

Ref iterator_iter(Args& args) { return args[0]; }

Ref iterator_next(Args& args) {
  Object* self = args[0].object();
  Ref item = self->type->next_fast(self);
  if (item.is_null() && !is_pending()) return raise_stop_iteration({});
  return item;
}

Ref sequence_length_hint(Args& args) {
  auto* self = as<SequenceIterator>(args[0]);
  if (!self->sequence) return Value::of_int(0);
  if (self->type == more.list_reverse || self->type == more.tuple_reverse) {
    return Value::of_int(self->position + 1);
  }
  int64_t size =
      is<List>(self->sequence) ? as<List>(self->sequence)->size : as<Tuple>(self->sequence)->size;
  return Value::of_int(size > self->position ? size - self->position : 0);
}
Ref range_length_hint(Args& args) { return new_int(as<RangeIterator>(args[0])->remaining); }
Ref table_length_hint(Args& args) {
  auto* self = as<TableIterator>(args[0]);
  if (!self->table) return Value::of_int(0);
  bool is_set = is<Set>(self->table);
  uint32_t used = is_set ? as<Set>(self->table)->used : as<Dict>(self->table)->used;
  return Value::of_int(used == self->used ? self->left : 0);
}

constexpr NativeDefinition kSequenceMethods[] = {
    method("__iter__", "(self, /)", iterator_iter),
    method("__next__", "(self, /)", iterator_next),
    method("__length_hint__", "(self, /)", sequence_length_hint),
};
constexpr NativeDefinition kRangeMethods[] = {
    method("__iter__", "(self, /)", iterator_iter),
    method("__next__", "(self, /)", iterator_next),
    method("__length_hint__", "(self, /)", range_length_hint),
};
constexpr NativeDefinition kTableMethods[] = {
    method("__iter__", "(self, /)", iterator_iter),
    method("__next__", "(self, /)", iterator_next),
    method("__length_hint__", "(self, /)", table_length_hint),
};

template <class T>
Type* iterator_type(const char* name, std::span<const NativeDefinition> methods, FastNext next) {
  TypeSpec spec{.name = name,
                .layout = Kind::Native,
                .instance_size = sizeof(T),
                .flags = Type::kNoSubclass | Type::kNoInstance,
                .methods = methods,
                .slots = {.destroy = destroy_native<T>}};
  Type* type = new_builtin_type(spec);
  set_next_fast(type, next);
  return type;
}

}  // namespace

Ref new_sequence_iterator(Value sequence) {
  auto* self = make_object<SequenceIterator>(is<List>(sequence) ? types.list_iterator
                                                                : types.tuple_iterator);
  self->sequence = sequence;
  return Ref::adopt(self);
}

Ref new_range_iterator(int64_t start, int64_t step, int64_t count) {
  auto* self = make_object<RangeIterator>(types.range_iterator);
  self->next = start;
  self->step = step;
  self->remaining = count;
  return Ref::adopt(self);
}

Ref new_table_iterator(Type* type, Value table) {
  auto* self = make_object<TableIterator>(type);
  self->table = table;
  self->used = self->left = is<Dict>(table) ? as<Dict>(table)->used : as<Set>(table)->used;
  bool reversed = type == more.dict_reverse_key || type == more.dict_reverse_value ||
                  type == more.dict_reverse_item;
  if (reversed) self->position = int64_t(as<Dict>(table)->filled) - 1;
  return Ref::adopt(self);
}

Ref new_ordered_iterator(Value ordered_dict, Part part, bool reversed) {
  auto* dict = as<Dict>(ordered_dict);
  bool asks = keys_need_python(dict);
  auto* made =
      make_object<OrderedIterator>(asks ? asking_ordered_iterator_type : ordered_iterator_type);
  made->dict = ordered_dict;
  made->version = dict->keys_version;
  made->left = 4 * dict->used + 16;
  made->part = part;
  made->reversed = reversed;
  made->at = dict_end(dict, reversed);
  if (asks && made->at >= 0) made->key = dict->entries[made->at].key;
  return Ref::adopt(made);
}

Ref new_dict_view(Type* type, Value dict) {
  auto* view = make_object<DictView>(type);
  view->dict = dict;
  return Ref::adopt(view);
}

static Part part_of_view(Value view) {
  Type* type = type_of(view);
  return type == types.dict_keys ? Part::Key : type == types.dict_values ? Part::Value : Part::Item;
}

Ref reversed_builtin(Value sequence) {
  switch (sequence.object()->kind) {
    case Kind::List:
    case Kind::Tuple: {
      bool list = is<List>(sequence);
      auto* self = make_object<SequenceIterator>(list ? more.list_reverse : more.tuple_reverse);
      self->sequence = sequence;
      self->position = int64_t(list ? as<List>(sequence)->size : as<Tuple>(sequence)->size) - 1;
      return Ref::adopt(self);
    }
    case Kind::Range: {
      auto* range = as<Range>(sequence);
      int64_t count = range_length(range);
      auto last = int64_t(uint64_t(range->start) + uint64_t(count - 1) * uint64_t(range->step));
      return new_range_iterator(last, int64_t(0 - uint64_t(range->step)), count);
    }
    case Kind::Dict: return new_table_iterator(more.dict_reverse_key, sequence);
    default: {
      auto* view = as<DictView>(sequence);
      if (is_ordered(as<Dict>(view->dict)))
        return new_ordered_iterator(view->dict, part_of_view(sequence), true);
      Type* type = view->type == types.dict_keys     ? more.dict_reverse_key
                   : view->type == types.dict_values ? more.dict_reverse_value
                                                     : more.dict_reverse_item;
      return new_table_iterator(type, view->dict);
    }
  }
}

Ref iterator_fast(Value iterable) {
  if (!iterable.is_object()) return {};
  Object* object = iterable.object();
  if (overrides(object, Special::iter)) return {};
  switch (object->kind) {
    case Kind::List:
    case Kind::Tuple: return new_sequence_iterator(iterable);
    case Kind::Str:
    case Kind::Bytes: return new_text_iterator(iterable);
    case Kind::Dict:
      if (is_ordered(static_cast<Dict*>(object)))
        return new_ordered_iterator(iterable, Part::Key, false);
      return new_table_iterator(types.dict_key_iterator, iterable);
    case Kind::Set: return new_table_iterator(types.set_iterator, iterable);
    case Kind::Range: {
      auto* range = static_cast<Range*>(object);
      return new_range_iterator(range->start, range->step, range_length(range));
    }
    case Kind::Native: {
      Type* type = object->type;
      if (type->next_fast) return iterable;
      if (type != types.dict_keys && type != types.dict_values && type != types.dict_items)
        return {};
      Ref& dict = static_cast<DictView*>(object)->dict;
      Part part = part_of_view(iterable);
      if (is_ordered(as<Dict>(dict))) return new_ordered_iterator(dict, part, false);
      return new_table_iterator(part == Part::Key     ? types.dict_key_iterator
                                : part == Part::Value ? types.dict_value_iterator
                                                      : types.dict_item_iterator,
                                dict);
    }
    default: return {};
  }
}

void register_iterators() {
  types.list_iterator =
      iterator_type<SequenceIterator>("list_iterator", kSequenceMethods, next_of_list);
  types.tuple_iterator =
      iterator_type<SequenceIterator>("tuple_iterator", kSequenceMethods, next_of_tuple);
  more.list_reverse =
      iterator_type<SequenceIterator>("list_reverseiterator", kSequenceMethods, next_of_reversed);
  more.tuple_reverse =
      iterator_type<SequenceIterator>("reversed", kSequenceMethods, next_of_reversed);
  types.range_iterator =
      iterator_type<RangeIterator>("range_iterator", kRangeMethods, next_of_range);
  types.dict_key_iterator =
      iterator_type<TableIterator>("dict_keyiterator", kTableMethods, next_of_dict<Part::Key>);
  types.dict_value_iterator =
      iterator_type<TableIterator>("dict_valueiterator", kTableMethods, next_of_dict<Part::Value>);
  types.dict_item_iterator =
      iterator_type<TableIterator>("dict_itemiterator", kTableMethods, next_of_dict<Part::Item>);
  more.dict_reverse_key = iterator_type<TableIterator>("dict_reversekeyiterator", kTableMethods,
                                                       next_of_reversed_dict<Part::Key>);
  more.dict_reverse_value = iterator_type<TableIterator>("dict_reversevalueiterator", kTableMethods,
                                                         next_of_reversed_dict<Part::Value>);
  more.dict_reverse_item = iterator_type<TableIterator>("dict_reverseitemiterator", kTableMethods,
                                                        next_of_reversed_dict<Part::Item>);
  types.set_iterator = iterator_type<TableIterator>("set_iterator", kTableMethods, next_of_set);
}

}  // namespace awaitscope
