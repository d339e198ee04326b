// Containers, iteration, awaiting and patterns, where the program's own methods may have a say.

#include "engine/machine/calls.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- keys with __hash__ or __eq__ of their own ---

static Native key_hash(Ref key) {
  Ref hash = co_await hash_of(key);
  if (!hash) co_return Ref();
  if (!is_integer(hash)) co_return raise_type_error({"__hash__ method should return an integer"});
  int64_t number;
  if (!as_int64(hash, number)) co_return new_int(int64_t(hash_number(hash)));
  co_return hash;
}

// The index of the entry with this key, -1 where there is none; `hash` is its hash.
static Native find_entry(Ref dict_ref, Ref key, Ref hash_ref) {
  Dict* dict = as<Dict>(dict_ref);
  int64_t hash = 0;
  as_int64(hash_ref, hash);
  uint32_t position = 0;
  for (;;) {
    int32_t index = dict_candidate(dict, uint64_t(hash), position);
    if (index < 0) co_return Value::of_int(-1);
    Ref other = dict->entries[index].key;
    Ref same = co_await equal(other, key);
    if (!same) co_return Ref();
    if (same.get() == Value::boolean(true)) co_return Value::of_int(index);
  }
}

static Native find_in_set(Ref set_ref, Ref key, Ref hash_ref) {
  Set* set = as<Set>(set_ref);
  int64_t hash = 0;
  as_int64(hash_ref, hash);
  uint32_t position = 0;
  for (;;) {
    int32_t index = set_candidate(set, uint64_t(hash), position);
    if (index < 0) co_return Value::of_int(-1);
    Ref other = set->table[index].key;
    Ref same = co_await equal(other, key);
    if (!same) co_return Ref();
    if (same.get() == Value::boolean(true)) co_return Value::of_int(index);
  }
}

static Native store_entry(Ref dict_ref, Ref key, Ref value) {
  Ref hash = co_await key_hash(key);
  if (!hash) co_return Ref();
  Ref index = co_await find_entry(dict_ref, key, hash);
  if (!index) co_return Ref();
  Dict* dict = as<Dict>(dict_ref);
  int64_t number = 0;
  as_int64(hash, number);
  if (index.get().as_int() >= 0) {
    Value& slot = dict->entries[index.get().as_int()].value;
    Ref old = Ref::adopt(slot);
    slot = value.take();
    vm().recorder.changed(dict);
  } else {
    dict_insert_new(dict, uint64_t(number), key, value);
  }
  co_return Value::none();
}

Native get_item_slow(Ref container, Ref key) {
  if (Dict* dict = as_if<Dict>(container); dict && needs_python(key)) {
    Value own = find_special(type_of(container), Special::getitem);
    if (!own || is<NativeFunction>(own)) {
      Ref hash = co_await key_hash(key);
      if (!hash) co_return Ref();
      Ref index = co_await find_entry(container, key, hash);
      if (!index) co_return Ref();
      if (index.get().as_int() >= 0) co_return dict->entries[index.get().as_int()].value;
      if (Value missing = find_special(type_of(container), Special::missing)) {
        co_return co_await call(missing, container, key);
      }
      co_return raise_error(types.KeyError, key);
    }
  }
  Value method = find_special(type_of(container), Special::getitem);
  if (method) {
    if (is<Dict>(container) && is<NativeFunction>(method)) {
      Value found = dict_get(as<Dict>(container), key);
      if (found) co_return found;
      if (Value missing = find_special(type_of(container), Special::missing)) {
        co_return co_await call(missing, container, key);
      }
    }
    co_return co_await call(method, container, key);
  }
  if (Type* type = as_if<Type>(container)) {
    if (Value own = find(type, names.class_getitem)) {
      bool needs_python = false;
      Ref bound = bind_descriptor_quick(own, Value(), type, needs_python);
      if (is<Function>(bound)) bound = new_method(bound, container);
      co_return co_await call(bound, key);
    }
    if (type == types.type) co_return new_generic_alias(container, key);
    co_return raise_type_error({"type '", type->name_view(), "' is not subscriptable"});
  }
  co_return raise_type_error({"'", type_name(container), "' object is not subscriptable"});
}

Native set_item_slow(Ref container, Ref key, Ref value) {
  Value method = find_special(type_of(container), value ? Special::setitem : Special::delitem);
  if (Dict* dict = as_if<Dict>(container);
      dict && (!method || is<NativeFunction>(method)) && needs_python(key)) {
    if (value) co_return co_await store_entry(container, key, value);
    Ref hash = co_await key_hash(key);
    if (!hash) co_return Ref();
    Ref index = co_await find_entry(container, key, hash);
    if (!index) co_return Ref();
    if (index.get().as_int() < 0) co_return raise_error(types.KeyError, key);
    dict_delete_entry(dict, int32_t(index.get().as_int()));
    co_return Value::none();
  }
  if (method) {
    if (value) co_return co_await call(method, container, key, value);
    co_return co_await call(method, container, key);
  }
  co_return raise_type_error(
      {"'", type_name(container), "' object ",
       value ? "does not support item assignment" : "doesn't support item deletion"});
}

Native contains_slow(Ref container, Ref item, bool negate) {
  Value method = find_special(type_of(container), Special::contains);
  bool builtin = !method || is<NativeFunction>(method);
  Ref found;
  if (builtin && is<Dict>(container)) {
    Ref hash = co_await key_hash(item);
    if (!hash) co_return Ref();
    Ref index = co_await find_entry(container, item, hash);
    if (index) found = Value::boolean(index.get().as_int() >= 0);
  } else if (builtin && is<Set>(container)) {
    Ref hash = co_await key_hash(item);
    if (!hash) co_return Ref();
    Ref index = co_await find_in_set(container, item, hash);
    if (index) found = Value::boolean(index.get().as_int() >= 0);
  } else if (!builtin) {
    Ref answer = co_await call(method, container, item);
    if (answer) found = co_await truth_of(answer);
  } else {
    Ref iterator = co_await iterator_of(container);
    if (!iterator) {
      if (pending_is(types.TypeError)) {
        take_pending();
        co_return raise_type_error(
            {"argument of type '", type_name(container), "' is not iterable"});
      }
      co_return Ref();
    }
    found = Value::boolean(false);
    for (;;) {
      Ref candidate = co_await next_of(iterator);
      if (!candidate) break;
      Ref same = co_await equal(candidate, item);
      if (!same) co_return Ref();
      if (same.get() == Value::boolean(true)) {
        found = same;
        break;
      }
    }
    if (is_pending()) co_return Ref();
  }
  if (!found) co_return Ref();
  co_return negate ? Ref(Value::boolean(found.get() != Value::boolean(true))) : found;
}

Native add_slow(Ref container, Ref key, Ref value) {
  if (is<Dict>(container)) co_return co_await store_entry(container, key, value);
  Ref hash = co_await key_hash(key);
  if (!hash) co_return Ref();
  Ref index = co_await find_in_set(container, key, hash);
  if (!index) co_return Ref();
  if (index.get().as_int() < 0) {
    int64_t number = 0;
    as_int64(hash, number);
    set_insert_new(as<Set>(container), uint64_t(number), key);
  }
  co_return Value::none();
}

Native build_map_slow(Ref items_ref) {
  Tuple* items = as<Tuple>(items_ref);
  Ref dict = new_dict();
  for (uint32_t i = 0; i < items->size; i += 2) {
    Ref done = co_await store_entry(dict, items->items[i], items->items[i + 1]);
    if (!done) co_return Ref();
  }
  co_return dict;
}

Native build_set_slow(Ref items_ref) {
  Tuple* items = as<Tuple>(items_ref);
  Ref set = new_set();
  for (uint32_t i = 0; i < items->size; ++i) {
    Ref done = co_await add_slow(set, items->items[i], Ref());
    if (!done) co_return Ref();
  }
  co_return set;
}

// --- iteration ---

// An iterator over what has __getitem__ but no __iter__.
static Native iterate_by_index(Ref sequence) {
  for (int64_t i = 0;; ++i) {
    Ref item = co_await get_item(sequence, Value::of_int(i));
    if (!item) {
      if (!pending_is(types.IndexError) && !pending_is(types.StopIteration)) co_return Ref();
      take_pending();
      co_return Value::none();
    }
    Ref sent = co_yield item;
    if (!sent) co_return Ref();
  }
}

Native iterator_slow(Ref iterable) {
  Type* type = type_of(iterable);
  Value method = find_special(type, Special::iter);
  if (method && !method.is_none()) {
    Ref iterator = co_await call(method, iterable);
    if (!iterator) co_return Ref();
    Type* made = type_of(iterator);
    if (!find_special(made, Special::next) && !quick_next(made)) {
      co_return raise_type_error(
          {"iter() returned non-iterator of type '", made->name_view(), "'"});
    }
    co_return iterator;
  }
  if (!method && find_special(type, Special::getitem)) {
    NativeFrame* frame = iterate_by_index(iterable).release();
    frame->type = types.generator;
    frame->name = Ref(Value::of(intern("iterator"))).take();
    frame->qualname = Ref(frame->name).take();
    co_return Ref::adopt(frame);
  }
  co_return raise_type_error({"'", type->name_view(), "' object is not iterable"});
}

Native next_slow(Ref iterator) {
  if (is<Frame>(iterator) && type_of(iterator) == types.generator) {
    Outcome outcome = co_await send(iterator, Value::none());
    if (outcome.how == Outcome::Yielded) co_return outcome.value;
    if (outcome.how == Outcome::Raised) restore_pending(std::move(outcome.value));
    co_return Ref();
  }
  Value method = find_special(type_of(iterator), Special::next);
  if (!method)
    co_return raise_type_error({"'", type_name(iterator), "' object is not an iterator"});
  Ref item = co_await call(method, iterator);
  if (!item && pending_is(types.StopIteration)) take_pending();
  co_return item;
}

Native unpack_slow(Ref iterable, uint32_t before, int32_t after) {
  Ref iterator = co_await iterator_of(iterable);
  if (!iterator) {
    Type* type = type_of(iterable);
    if (pending_is(types.TypeError) && !find_special(type, Special::iter) &&
        !find_special(type, Special::getitem)) {
      take_pending();
      co_return raise_type_error({"cannot unpack non-iterable ", type->name_view(), " object"});
    }
    co_return Ref();
  }
  Ref items = new_list();
  List* list = as<List>(items);
  for (;;) {
    if (after < 0 && list->size == before) {
      Ref extra = co_await next_of(iterator);
      if (extra) {
        co_return raise_value_error(
            {"too many values to unpack (expected ", std::to_string(before), ")"});
      }
      if (is_pending()) co_return Ref();
      break;
    }
    Ref item = co_await next_of(iterator);
    if (!item) {
      if (is_pending()) co_return Ref();
      break;
    }
    list_append(list, item);
  }
  uint32_t least = before + uint32_t(after < 0 ? 0 : after);
  if (list->size < least) {
    co_return raise_value_error({"not enough values to unpack (expected ",
                                 after < 0 ? "" : "at least ", std::to_string(least), ", got ",
                                 std::to_string(list->size), ")"});
  }
  if (after < 0) co_return new_tuple(std::span<const Value>(list->items, list->size));
  Ref middle = new_list(std::span<const Value>(list->items + before, list->size - least));
  std::vector<Value> laid_out(list->items, list->items + before);
  laid_out.push_back(middle);
  laid_out.insert(laid_out.end(), list->items + list->size - after, list->items + list->size);
  co_return new_tuple(laid_out);
}

// CPython asks an iterable for its length before it takes its items into a list or tuple, which a
// class can see.
static Value length_method(Type* type, Special special) {
  Value method = find_special(type, special);
  return is<NativeFunction>(method) ? Value() : method;
}

bool asks_length(Type* type) {
  return (type->detail & Type::kHeap) &&
         (length_method(type, Special::len) || length_method(type, Special::length_hint));
}

Native ask_length(Ref iterable) {
  Type* type = type_of(iterable);
  for (Special special : {Special::len, Special::length_hint}) {
    Value method = length_method(type, special);
    if (!method) continue;
    Ref length = co_await call(method, iterable);
    if (length) break;
    if (!pending_is(types.TypeError)) co_return Ref();
    take_pending();
  }
  co_return Value::none();
}

Native extend_slow(Ref container, Ref iterable) {
  List* list = as_if<List>(container);
  if (list && (type_of(iterable) == types.tuple || type_of(iterable) == types.list)) {
    bool tuple = is<Tuple>(iterable);
    uint32_t size = tuple ? as<Tuple>(iterable)->size : as<List>(iterable)->size;
    for (uint32_t i = 0; i < size; ++i) {
      Ref item = tuple ? as<Tuple>(iterable)->items[i] : as<List>(iterable)->items[i];
      list_append(list, item);
    }
    co_return Value::none();
  }
  Ref iterator = co_await iterator_of(iterable);
  if (!iterator) {
    Type* type = type_of(iterable);
    if (vm().current->back && !vm().current->back->native && pending_is(types.TypeError) &&
        !find_special(type, Special::iter) && !find_special(type, Special::getitem)) {
      auto* frame = static_cast<PyFrame*>(vm().current->back);
      if (frame->pc->opcode() == Opcode::LIST_EXTEND) {
        take_pending();
        co_return raise_type_error({"Value after * must be an iterable, not ", type->name_view()});
      }
    }
    co_return Ref();
  }
  if (list && asks_length(type_of(iterable))) {
    Ref asked = co_await ask_length(iterable);
    if (!asked) co_return Ref();
  }
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) break;
    if (vm().limits.stopped()) co_return raise_error(types.MemoryError, "");
    if (list) {
      list_append(list, item);
    } else if (needs_python(item)) {
      Ref done = co_await add_slow(container, item, Ref());
      if (!done) co_return Ref();
    } else {
      uint64_t hash;
      if (!hash_value(item, hash)) co_return Ref();
      set_add(as<Set>(container), item);
    }
  }
  co_return is_pending() ? Ref() : Ref(Value::none());
}

// "f()" for the errors of a call.
static std::string call_name(Value callable) {
  if (Function* function = as_if<Function>(callable))
    return concat({"__main__.", text_of(function->qualname), "()"});
  if (Method* method = as_if<Method>(callable)) return call_name(method->function);
  if (NativeFunction* native = as_if<NativeFunction>(callable))
    return concat({native->definition->name, "()"});
  if (Type* type = as_if<Type>(callable))
    return concat({"__main__.", text_of(type->qualname), "()"});
  return concat({type_name(callable), " object"});
}

Native update_slow(Ref dict_ref, Ref mapping, Ref callable) {
  Dict* dict = as<Dict>(dict_ref);
  Ref keys;
  if (is<Dict>(mapping)) {
    keys = co_await list_of(mapping);
  } else {
    Ref method = co_await get_attribute(mapping, names.keys);
    if (!method) {
      if (!pending_is(types.AttributeError)) co_return Ref();
      take_pending();
      if (callable) {
        co_return raise_type_error({call_name(callable),
                                    " argument after ** must be a mapping, not ",
                                    type_name(mapping)});
      }
      co_return raise_type_error({"'", type_name(mapping), "' object is not a mapping"});
    }
    Ref view = co_await call(method);
    if (!view) co_return Ref();
    Ref iterator = co_await iterator_of(view);
    if (!iterator) co_return Ref();
    keys = co_await list_of(iterator);
  }
  if (!keys) co_return Ref();
  for (uint32_t i = 0; i < as<List>(keys)->size; ++i) {
    Ref key = as<List>(keys)->items[i];
    if (callable) {
      if (!is<Str>(key)) co_return raise_type_error({"keywords must be strings"});
      if (dict_get(dict, key)) {
        co_return raise_type_error({call_name(callable),
                                    " got multiple values for keyword argument '", text_of(key),
                                    "'"});
      }
    }
    Ref value = co_await get_item(mapping, key);
    if (!value) co_return Ref();
    if (needs_python(key)) {
      Ref done = co_await store_entry(dict_ref, key, value);
      if (!done) co_return Ref();
    } else {
      uint64_t hash;
      if (!hash_value(key, hash)) co_return Ref();
      dict_set(dict, key, value);
    }
  }
  co_return Value::none();
}

Native call_ex_slow(Ref callable, Ref arguments, Ref mapping) {
  Ref list = arguments;
  if (!is<Tuple>(arguments)) {
    if (!find_special(type_of(arguments), Special::iter) &&
        !find_special(type_of(arguments), Special::getitem)) {
      co_return raise_type_error({call_name(callable),
                                  " argument after * must be an iterable, not ",
                                  type_name(arguments)});
    }
    Ref made = co_await list_of(arguments);
    if (!made) co_return Ref();
    list = new_tuple(std::span<const Value>(as<List>(made)->items, as<List>(made)->size));
  }
  Tuple* positional = as<Tuple>(list);
  std::vector<Value> values(positional->items, positional->items + positional->size);
  std::vector<Value> keyword_names;
  if (mapping) {
    Ref dict_ref = mapping;
    if (!is<Dict>(mapping)) {
      dict_ref = new_dict();
      Ref done = co_await update_slow(dict_ref, mapping, callable);
      if (!done) co_return Ref();
      mapping = dict_ref;
    }
    Dict* dict = as<Dict>(dict_ref);
    for (uint32_t i = 0; i < dict->filled; ++i) {
      if (!dict->entries[i].key) continue;
      if (!is<Str>(dict->entries[i].key)) co_return raise_type_error({"keywords must be strings"});
      keyword_names.push_back(dict->entries[i].key);
      values.push_back(dict->entries[i].value);
    }
  }
  Ref names_tuple = keyword_names.empty() ? Ref() : new_tuple(keyword_names);
  Args args{values.data(), positional->size, names_tuple ? as<Tuple>(names_tuple) : nullptr};
  co_return co_await call_with(callable, args);
}

// --- awaiting ---

Native await_iterator_slow(Ref awaitable, uint32_t where) {
  if (is<Frame>(awaitable) && type_of(awaitable) == types.coroutine) {
    if (delegate_of(as<Frame>(awaitable))) {
      co_return raise_runtime_error({"coroutine is being awaited already"});
    }
    co_return awaitable;
  }
  if (is_iterable_coroutine(awaitable)) co_return awaitable;
  Value method = find_special(type_of(awaitable), Special::await);
  if (!method) {
    raise_not_awaitable(awaitable, where);
    co_return Ref();
  }
  Ref iterator = co_await call(method, awaitable);
  if (!iterator || !check_await_iterator(iterator)) co_return Ref();
  co_return unwrap_coroutine(iterator);
}

Native async_iterator_slow(Ref iterable) {
  Value method = find_special(type_of(iterable), Special::aiter);
  if (!method) {
    co_return raise_type_error(
        {"'async for' requires an object with __aiter__ method, got ", type_name(iterable)});
  }
  Ref iterator = co_await call(method, iterable);
  if (!iterator) co_return Ref();
  if (!find_special(type_of(iterator), Special::anext)) {
    co_return raise_type_error(
        {"'async for' received an object from __aiter__ that does not implement __anext__: ",
         type_name(iterator)});
  }
  co_return iterator;
}

Native async_next_slow(Ref iterator) {
  Value method = find_special(type_of(iterator), Special::anext);
  if (!method) {
    co_return raise_type_error(
        {"'async for' requires an iterator with __anext__ method, got ", type_name(iterator)});
  }
  Ref awaitable = co_await call(method, iterator);
  if (!awaitable) co_return Ref();
  Ref result = co_await await_iterator_slow(awaitable, 0);
  if (result || !pending_is(types.TypeError) || find_special(type_of(awaitable), Special::await))
    co_return result;
  Ref cause = take_pending();
  raise_type_error(
      {"'async for' received an invalid object from __anext__: ", type_name(awaitable)});
  Exception* made = as<Exception>(pending_exception());
  release(made->cause);
  made->cause = Ref(cause).take();
  set_context(made, cause);
  made->suppress_context = true;
  co_return Ref();
}

// --- raise ---

Native raise_slow(Ref exception, Ref cause) {
  if (is_exception_type(exception)) {
    Ref type = exception;
    exception = co_await call(type);
    if (!exception) co_return Ref();
    if (!is_exception(exception)) {
      co_return raise_type_error({"calling <class '", type_name(type),
                                  "'> should have returned an instance of BaseException, not ",
                                  type_name(exception)});
    }
  }
  if (!is_exception(exception))
    co_return raise_type_error({"exceptions must derive from BaseException"});
  if (cause) {
    if (is_exception_type(cause)) {
      cause = co_await call(cause);
      if (!cause) co_return Ref();
    }
    Exception* raised = as<Exception>(exception);
    if (!cause.get().is_none() && !is_exception(cause)) {
      co_return raise_type_error({"exception causes must derive from BaseException"});
    }
    release(std::exchange(raised->cause, cause.get().is_none() ? Value() : cause.take()));
    raised->suppress_context = true;
  }
  set_pending(exception);
  co_return Ref();
}

// --- patterns ---

Native match_keys_slow(Ref subject, Ref keys_ref) {
  Tuple* keys = as<Tuple>(keys_ref);
  std::vector<Ref> kept;
  std::vector<Value> values;
  for (uint32_t i = 0; i < keys->size; ++i) {
    Ref value;
    if (is<Dict>(subject)) {
      Ref there = co_await contains(subject, keys->items[i]);
      if (!there) co_return Ref();
      if (there.get() != Value::boolean(true)) co_return Value::none();
    }
    value = co_await get_item(subject, keys->items[i]);
    if (!value) {
      if (!pending_is(types.KeyError)) co_return Ref();
      take_pending();
      co_return Value::none();
    }
    values.push_back(value);
    kept.push_back(std::move(value));
  }
  co_return new_tuple(values);
}

Native match_class_slow(Ref subject, Ref type_value, Ref keyword_names, uint32_t positional) {
  Type* type = as_if<Type>(type_value);
  if (!type) co_return raise_type_error({"called match pattern must be a type"});
  Ref matches = co_await instance_of(subject, type_value);
  if (!matches) co_return Ref();
  if (matches.get() != Value::boolean(true)) co_return Value::none();
  std::vector<Ref> kept;
  std::vector<Value> values;
  std::vector<Value> seen;
  if (positional) {
    bool self_matching = false;
    Ref match_args = find(type, names.match_args);
    if (!match_args) {
      for (Type* builtin : {types.bool_, types.bytes, types.dict, types.float_, types.frozenset,
                            types.int_, types.list, types.set, types.str, types.tuple}) {
        self_matching |= is_subtype(type, builtin);
      }
      match_args = new_tuple({});
    }
    if (!is<Tuple>(match_args)) {
      co_return raise_type_error(
          {type->name_view(), ".__match_args__ must be a tuple (got ", type_name(match_args), ")"});
    }
    uint32_t allowed = self_matching ? 1 : as<Tuple>(match_args)->size;
    if (allowed < positional) {
      co_return raise_type_error({type->name_view(), "() accepts ", std::to_string(allowed),
                                  " positional sub-pattern", allowed == 1 ? "" : "s", " (",
                                  std::to_string(positional), " given)"});
    }
    if (self_matching) {
      values.push_back(subject);
    } else {
      for (uint32_t i = 0; i < positional; ++i) {
        Value name = as<Tuple>(match_args)->items[i];
        if (!is<Str>(name)) {
          co_return raise_type_error(
              {"__match_args__ elements must be strings (got ", type_name(name), ")"});
        }
        seen.push_back(name);
        Ref value = co_await get_attribute(subject, intern(as<Str>(name)));
        if (!value) {
          if (!pending_is(types.AttributeError)) co_return Ref();
          take_pending();
          co_return Value::none();
        }
        values.push_back(value);
        kept.push_back(std::move(value));
      }
    }
  }
  Tuple* keywords = as<Tuple>(keyword_names);
  for (uint32_t i = 0; i < keywords->size; ++i) {
    Str* name = as<Str>(keywords->items[i]);
    for (Value earlier : seen) {
      if (equal_text(as<Str>(earlier), name)) {
        co_return raise_type_error(
            {type->name_view(), "() got multiple sub-patterns for attribute '", name->view(), "'"});
      }
    }
    Ref value = co_await get_attribute(subject, name);
    if (!value) {
      if (!pending_is(types.AttributeError)) co_return Ref();
      take_pending();
      co_return Value::none();
    }
    values.push_back(value);
    kept.push_back(std::move(value));
  }
  co_return new_tuple(values);
}

}  // namespace awaitscope
