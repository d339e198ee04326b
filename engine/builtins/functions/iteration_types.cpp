// enumerate, zip, map, filter, reversed, and iter() of a callable.

#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/functions/builtin_functions.h"
#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/iterators.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

IterationTypes iteration_types;

namespace {

using Definition = NativeDefinition;

Ref itself(Args& args) { return args[0]; }

template <class T>
T* self_of(const Args& args) {
  return static_cast<T*>(args[0].object());
}

// The next item of a builtin iterator; false: only a coroutine can get it.
bool item_fast(Value iterator, Ref& item) {
  FastNext next = next_fast(type_of(iterator));
  if (!next) return false;
  item = next(iterator.object());
  return !is_try_coroutine(item);
}

// --- enumerate ---

struct Enumerate : NativeObject {
  Ref iterator, count;
};

Native enumerate_new(Args args) {
  if (!args[1]) co_return raise_type_error({"enumerate() missing required argument 'iterable'"});
  CO_TRY(iterator, iterator_of(args[1]));
  Ref start = args[2] ? args[2] : Value::of_int(0);
  if (!is_integer(start)) {
    Value index = find_special(type_of(start), Special::index);
    if (!index) {
      co_return raise_type_error(
          {"'", type_name(start), "' object cannot be interpreted as an integer"});
    }
    start = co_await call(index, start);
    if (!start) co_return {};
  }
  auto* made = make_object<Enumerate>(as<Type>(args[0]));
  made->iterator = iterator;
  made->count = start;
  co_return Ref::adopt(made);
}

Ref enumerated(Enumerate* self, const Ref& item) {
  Ref count = self->count;
  self->count = number_operation(count, Value::of_int(1), BinaryOperator::Add);
  return new_tuple({count, item});
}

Ref enumerate_fast(Object* object) {
  auto* self = static_cast<Enumerate*>(object);
  Ref item;
  if (!item_fast(self->iterator, item)) return try_coroutine();
  return item ? enumerated(self, item) : Ref();
}

Native enumerate_next(Args args) {
  auto* self = self_of<Enumerate>(args);
  Ref item = co_await next_of(self->iterator);
  if (item) co_return enumerated(self, item);
  if (is_pending()) co_return {};
  co_return raise_stop_iteration({});
}

// What __next__ is where next_fast is there: the end is a StopIteration.
template <Ref (*next)(Object*)>
Ref next_or_stop(Args& args) {
  Ref item = next(args[0].object());
  if (item || is_pending()) return item;
  return raise_stop_iteration({});
}

const Definition kEnumerate[] = {
    static_method("__new__", "(cls, iterable=<null>, start=0)", enumerate_new),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", next_or_stop<enumerate_fast>, enumerate_next),
};

// --- zip ---

// Iterators that die from the last to the first.
struct Iterators : std::vector<Ref> {
  ~Iterators() {
    while (!empty()) pop_back();
  }
};

struct Zip : NativeObject {
  Iterators iterators;
  std::vector<Ref> items;  // of the tuple being made, where a coroutine has to go on with it
  bool strict = false;
};

Native zip_new(Args args) {
  bool strict = false;
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    if (args.keyword(i)->view() != "strict") {
      co_return raise_unexpected_keyword("zip", args.keyword(i)->view(), {"strict"});
    }
    CO_TRY(truth, truth_of(args.keyword_value(i)));
    strict = truth.get() == Value::boolean(true);
  }
  auto* made = make_object<Zip>(as<Type>(args[0]));
  Ref zip = Ref::adopt(made);
  made->strict = strict;
  for (uint32_t i = 1; i < args.count; ++i) {
    CO_TRY(iterator, iterator_of(args[i]));
    made->iterators.push_back(std::move(iterator));
  }
  co_return zip;
}

std::string other_arguments(size_t count) {
  return count == 1 ? " 1" : "s 1-" + std::to_string(count);
}

Ref not_as_long(std::string_view function, size_t index, std::string_view than) {
  return raise_value_error(
      {function, "() argument ", std::to_string(index + 1), than, other_arguments(index)});
}
constexpr std::string_view kShorter = " is shorter than argument",
                           kLonger = " is longer than argument";

// Strict: nothing but StopIteration is pending, or nothing, where the first of them has ended as
// all others do.
Native all_have_ended(const std::vector<Ref>* iterators, std::string_view function) {
  for (size_t i = 1; i < iterators->size(); ++i) {
    Ref iterator = (*iterators)[i];
    Ref item = co_await next_of(iterator);
    if (item) co_return not_as_long(function, i, kLonger);
    if (is_pending()) co_return {};
  }
  co_return raise_stop_iteration({});
}

Ref zipped(Zip* self) {
  Tuple* tuple = new_tuple_uninitialized(uint32_t(self->items.size()));
  for (size_t i = 0; i < self->items.size(); ++i) tuple->items[i] = self->items[i].take();
  self->items.clear();
  return Ref::adopt(tuple);
}

Ref zip_fast(Object* object) {
  auto* self = static_cast<Zip*>(object);
  if (self->iterators.empty()) return {};
  self->items.clear();
  for (const Ref& iterator : self->iterators) {
    Ref item;
    if (!item_fast(iterator, item)) return try_coroutine();
    if (!item) {
      if (is_pending() || !self->strict) {
        self->items.clear();
        return {};
      }
      return try_coroutine();  // it says which of them is too short or too long
    }
    self->items.push_back(std::move(item));
  }
  return zipped(self);
}

Native zip_next(Args args) {
  auto* self = self_of<Zip>(args);
  if (self->iterators.empty()) co_return raise_stop_iteration({});
  size_t ended = 0;
  for (size_t i = self->items.size(); i < self->iterators.size(); ++i) {
    Ref iterator = self->iterators[i];
    Ref item = co_await next_of(iterator);
    if (!item) {
      self->items.clear();
      if (is_pending()) co_return {};
      if (!self->strict) co_return raise_stop_iteration({});
      if (i > 0) co_return not_as_long("zip", i, kShorter);
      ended = 1;
      break;
    }
    self->items.push_back(std::move(item));
  }
  if (!ended) co_return zipped(self);
  co_return co_await all_have_ended(&self->iterators, "zip");
}

const Definition kZip[] = {
    static_method("__new__", "", zip_new),
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", next_or_stop<zip_fast>, zip_next),
};

// --- map, filter ---

struct Map : NativeObject {
  Ref function;
  Iterators iterators;
  bool strict = false;
};

Native map_new(Args args) {
  bool strict = false;
  if (args.keyword_count() && !since(Version::V3_14)) {
    co_return raise_type_error({"map() takes no keyword arguments"});
  }
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    if (args.keyword(i)->view() != "strict") {
      co_return raise_unexpected_keyword("map", args.keyword(i)->view(), {"strict"});
    }
    CO_TRY(truth, truth_of(args.keyword_value(i)));
    strict = truth.get() == Value::boolean(true);
  }
  if (args.count < 3) co_return raise_type_error({"map() must have at least two arguments."});
  auto* made = make_object<Map>(as<Type>(args[0]));
  Ref map = Ref::adopt(made);
  made->function = args[1];
  made->strict = strict;
  for (uint32_t i = 2; i < args.count; ++i) {
    CO_TRY(iterator, iterator_of(args[i]));
    made->iterators.push_back(std::move(iterator));
  }
  co_return map;
}

Native map_next(Args args) {
  auto* self = self_of<Map>(args);
  std::vector<Ref> items;
  for (const Ref& iterator : self->iterators) {
    Ref item = co_await next_of(iterator);
    if (!item) {
      if (is_pending()) co_return {};
      if (!self->strict) co_return raise_stop_iteration({});
      if (!items.empty()) co_return not_as_long("map", items.size(), kShorter);
      co_return co_await all_have_ended(&self->iterators, "map");
    }
    items.push_back(std::move(item));
  }
  std::vector<Value> values(items.begin(), items.end());
  co_return co_await call_with(self->function,
                               Args{values.data(), uint32_t(values.size()), nullptr});
}

const Definition kMap[] = {
    static_method("__new__", "", map_new),
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", map_next),
};

struct Filter : NativeObject {
  Ref iterator, function;
};

Native filter_new(Args args) {
  if (args.keyword_count()) co_return raise_type_error({"filter() takes no keyword arguments"});
  if (args.count != 3) {
    co_return raise_type_error(
        {"filter expected 2 arguments, got ", std::to_string(args.count - 1)});
  }
  CO_TRY(iterator, iterator_of(args[2]));
  auto* made = make_object<Filter>(as<Type>(args[0]));
  made->function = args[1];
  made->iterator = std::move(iterator);
  co_return Ref::adopt(made);
}

Native filter_next(Args args) {
  auto* self = self_of<Filter>(args);
  for (;;) {
    Ref item = co_await next_of(self->iterator);
    if (!item) {
      if (is_pending()) co_return {};
      co_return raise_stop_iteration({});
    }
    Ref kept = item;
    if (!self->function.get().is_none()) {
      kept = co_await call(self->function, item);
      if (!kept) co_return {};
    }
    CO_TRY(truth, truth_of(kept));
    if (truth.get() == Value::boolean(true)) co_return item;
  }
}

const Definition kFilter[] = {
    static_method("__new__", "", filter_new),
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", filter_next),
};

// --- reversed ---

// Of anything with __len__ and __getitem__.
struct Reversed : NativeObject {
  Ref sequence;
  int64_t next = 0;
};

Native reversed_new(Args args) {
  if (args.keyword_count()) co_return raise_type_error({"reversed() takes no keyword arguments"});
  if (args.count != 2) {
    co_return raise_type_error(
        {"reversed expected 1 argument, got ", std::to_string(args.count - 1)});
  }
  Value sequence = args[1];
  Value method = find_special(type_of(sequence), Special::reversed);
  if (method && !method.is_none()) co_return co_await call(method, sequence);
  bool is_sequence = !method && !is<Dict>(sequence) && !is<Set>(sequence) &&
                     find_special(type_of(sequence), Special::getitem) &&
                     find_special(type_of(sequence), Special::len);
  if (!is_sequence) {
    co_return raise_type_error({"'", type_name(sequence), "' object is not reversible"});
  }
  CO_TRY(length, length_of(sequence));
  auto* made = make_object<Reversed>(as<Type>(args[0]));
  made->sequence = sequence;
  made->next = length.get().as_int() - 1;
  co_return Ref::adopt(made);
}

Native reversed_next(Args args) {
  auto* self = self_of<Reversed>(args);
  if (self->next < 0 || !self->sequence) co_return raise_stop_iteration({});
  Ref sequence = self->sequence;
  Ref item = co_await get_item(sequence, Value::of_int(self->next));
  if (item) {
    --self->next;
    co_return item;
  }
  self->next = -1;
  self->sequence = {};
  if (pending_is(types.IndexError) || pending_is(types.StopIteration)) {
    take_pending();
    co_return raise_stop_iteration({});
  }
  co_return {};
}

Ref reversed_length_hint(Args& args) { return Value::of_int(self_of<Reversed>(args)->next + 1); }

const Definition kReversed[] = {
    static_method("__new__", "", reversed_new),
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", reversed_next),
    method("__length_hint__", "(self, /)", reversed_length_hint),
};

// --- iter(callable, sentinel) ---

struct CallableIterator : NativeObject {
  Ref callable, sentinel;
};

Native callable_next(Args args) {
  auto* self = self_of<CallableIterator>(args);
  if (!self->callable) co_return raise_stop_iteration({});
  Ref callable = self->callable, sentinel = self->sentinel;
  Ref item = co_await call(callable);
  bool ended = !item && pending_is(types.StopIteration);
  if (ended) take_pending();
  if (item) {
    CO_TRY(same, equal(sentinel, item));
    if (same.get() == Value::boolean(false)) co_return item;
    ended = true;
  }
  if (!ended) co_return {};
  self->callable = self->sentinel = {};
  co_return raise_stop_iteration({});
}

const Definition kCallableIterator[] = {
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", callable_next),
};

template <class T>
Type* make_type(const char* name, std::span<const Definition> methods, uint16_t flags = 0) {
  TypeSpec spec;
  spec.name = name;
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(T);
  spec.flags = flags;
  spec.methods = methods;
  spec.slots.destroy = destroy_native<T>;
  return new_builtin_type(spec);
}

}  // namespace

Ref new_callable_iterator(Value callable, Value sentinel) {
  auto* made = make_object<CallableIterator>(iteration_types.callable_iterator);
  made->callable = callable;
  made->sentinel = sentinel;
  return Ref::adopt(made);
}

void register_iteration_types() {
  iteration_types.enumerate = make_type<Enumerate>("enumerate", kEnumerate);
  iteration_types.zip = make_type<Zip>("zip", kZip);
  iteration_types.map = make_type<Map>("map", kMap);
  iteration_types.filter = make_type<Filter>("filter", kFilter);
  iteration_types.reversed = make_type<Reversed>("reversed", kReversed);
  iteration_types.callable_iterator =
      make_type<CallableIterator>("callable_iterator", kCallableIterator, Type::kNoInstance);
}

}  // namespace awaitscope
