// Containers, iteration, awaiting and patterns, where the program's own methods may have a say.

#include "engine/machine/protocols.h"

#include "engine/machine/attributes.h"
#include "engine/machine/functions.h"
#include "engine/machine/generators.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/keyed.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/items.h"
#include "engine/objects/numbers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- containers ---

// Whether a dict or set does this by itself: its class has nothing of its own for it.
static bool is_builtin(Value method) {
  auto* native = as_if<NativeFunction>(method);
  return !method || (native && (native->owner == types.dict || native->owner == types.set ||
                                native->owner == types.frozenset));
}

Native get_item_slow(Ref container, Ref key) {
  Value method = find_special(type_of(container), Special::getitem);
  if (is<Dict>(container) && is_builtin(method)) co_return co_await keyed_item(container, key);
  if (method) co_return co_await call(method, container, key);
  if (Type* type = as_if<Type>(container)) {
    if (find(type, names.class_getitem)) {
      CO_TRY(bound, get_attribute(container, names.class_getitem));
      co_return co_await call(bound, key);
    }
    if (type == types.type) co_return new_generic_alias(container, key);
    co_return raise_type_error({"type '", type->name_view(), "' is not subscriptable"});
  }
  co_return raise_type_error({"'", type_name(container), "' object is not subscriptable"});
}

Native set_item_slow(Ref container, Ref key, Ref value) {
  Value method = find_special(type_of(container), value ? Special::setitem : Special::delitem);
  if (is<Dict>(container) && is_builtin(method)) {
    if (!value) co_return co_await delete_key(container, key);
    co_return co_await store_key(container, key, value);
  }
  if (method) {
    if (value) co_return co_await call(method, container, key, value);
    co_return co_await call(method, container, key);
  }
  const uint16_t detail = type_of(container)->detail;
  const bool frozen_mapping = (detail & Type::kMapping) && !(detail & Type::kHeap);
  co_return raise_type_error({"'", type_name(container), "' object ",
                              value            ? "does not support item assignment"
                              : frozen_mapping ? "does not support item deletion"
                                               : "doesn't support item deletion"});
}

Native contains_slow(Ref container, Ref item, bool negate) {
  Value method = find_special(type_of(container), Special::contains);
  Ref found;
  if (is<Dict>(container) && is_builtin(method)) {
    found = co_await dict_has(container, item);
  } else if (is<Set>(container) && is_builtin(method)) {
    found = co_await set_has(container, item);
  } else if (method && method.is_none()) {
    co_return raise_type_error({"'", type_name(container), "' object is not a container"});
  } else if (method) {
    Ref answer = co_await call(method, container, item);
    if (answer) found = co_await truth_of(answer);
  } else {
    Ref iterator = co_await iterator_of(container);
    if (!iterator) {
      if (pending_is(types.TypeError)) {
        take_pending();
        co_return raise_type_error(
            {"argument of type '", type_name(container),
             since(Version::V3_14) ? "' is not a container or iterable" : "' is not iterable"});
      }
      co_return Ref();
    }
    found = Value::boolean(false);
    for (;;) {
      Ref candidate = co_await next_of(iterator);
      if (!candidate) break;
      CO_TRY(same, equal(candidate, item));
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
  if (is<Dict>(container)) co_return co_await store_key(container, key, value);
  co_return co_await add_key(container, key);
}

Native resolve_index(Ref key) {
  if (auto* slice = as_if<Slice>(key)) {
    Ref step = slice->step, start = slice->start, stop = slice->stop;
    Ref* in_order[] = {&step, &start, &stop};
    for (Ref* bound : in_order) {
      if (!needs_index(*bound)) continue;
      *bound = co_await resolve_index(*bound);
      if (bound->is_null()) co_return Ref();
    }
    co_return new_slice(start, stop, step);
  }
  if (!needs_index(key)) {
    if (is_integer(key)) co_return key;
    co_return raise_type_error(
        {"'", type_name(key), "' object cannot be interpreted as an integer"});
  }
  Ref index = co_await call(find_special(type_of(key), Special::index), key);
  if (index && !is_integer(index)) {
    co_return must_return(key, "__index__", "an int", index,
                          {"__index__ returned non-int (type ", type_name(index), ")"});
  }
  co_return index;
}

Native build_map_slow(Ref items_ref) {
  Tuple* items = as<Tuple>(items_ref);
  Ref dict = new_dict(items->size / 2);
  for (uint32_t i = 0; i < items->size; i += 2) {
    CO_TRY(done, store_key(dict, items->items[i], items->items[i + 1]));
  }
  co_return dict;
}

Native build_set_slow(Ref items_ref) {
  Tuple* items = as<Tuple>(items_ref);
  Ref set = new_set();
  for (uint32_t i = 0; i < items->size; ++i) {
    // Each goes before the next comes in: two that are equal are not kept both.
    Ref item = Ref::adopt(std::exchange(items->items[i], Value()));
    CO_TRY(done, add_key(set, item));
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
    CO_TRY(iterator, call(method, iterable));
    Type* made = type_of(iterator);
    if (!find_special(made, Special::next) && !next_fast(made)) {
      co_return must_return(iterable, "__iter__", "an iterator", iterator,
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

static bool counts_when_unpacked(Value iterable) {
  Type* type = type_of(iterable);
  return type == types.list || type == types.tuple || type == types.dict;
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
        // What has a length says since 3.14 how many there were.
        int64_t count;
        bool counted =
            since(Version::V3_14) && counts_when_unpacked(iterable) && length_fast(iterable, count);
        co_return raise_value_error({"too many values to unpack (expected ", std::to_string(before),
                                     counted ? ", got " : "", counted ? std::to_string(count) : "",
                                     ")"});
      }
      if (is_pending()) co_return Ref();
      break;
    }
    // What is left is taken as list() takes it.
    if (after >= 0 && list->size == before && asks_length(type_of(iterator))) {
      CO_TRY(asked, ask_length(iterator));
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
  if (length_method(type, Special::len)) {
    Ref length = co_await length_of(iterable);
    if (length) co_return Value::none();
    if (!pending_is(types.TypeError)) co_return Ref();
    take_pending();
  }
  Value method = length_method(type, Special::length_hint);
  if (!method) co_return Value::none();
  Ref hint = co_await call(method, iterable);
  if (!hint) {
    if (!pending_is(types.TypeError)) co_return Ref();
    take_pending();
    co_return Value::none();
  }
  if (hint.get() == Value::not_implemented()) co_return Value::none();
  if (!is_integer(hint)) {
    co_return must_return(iterable, "__length_hint__", "an int", hint,
                          {"__length_hint__ must be an integer, not ", type_name(hint)});
  }
  int64_t number;
  if (!as_int64(hint, number)) {
    co_return raise_error(types.OverflowError, "Python int too large to convert to C ssize_t");
  }
  if (number < 0) {
    if (since(Version::V3_15)) {
      co_return raise_value_error(
          {full_name(type), ".__length_hint__() must return a non-negative int"});
    }
    co_return raise_value_error({"__length_hint__() should return >= 0"});
  }
  co_return Value::none();
}

Native extend_slow(Ref container, Ref iterable) {
  if (is<Set>(container)) co_return co_await set_update(container, iterable);
  auto* list = as<List>(container);
  if (type_of(iterable) == types.tuple || type_of(iterable) == types.list) {
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
  if (asks_length(type_of(iterable))) {
    CO_TRY(asked, ask_length(iterable));
  }
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) co_return is_pending() ? Ref() : Ref(Value::none());
    if (vm().limits.stopped()) co_return raise_error(types.MemoryError, "");
    list_append(list, item);
  }
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

// {**mapping}
static Native update_with(Ref dict, Ref mapping) {
  if (is_plain_dict(mapping)) co_return co_await merge_dict(dict, mapping);
  Ref done = co_await merge_mapping(dict, mapping);
  if (!done && pending_is(types.AttributeError)) {
    take_pending();
    raise_type_error({"'", type_name(mapping), "' object is not a mapping"});
  }
  co_return done;
}

// f(**mapping), and maybe other arguments before it.
Native update_slow(Ref dict_ref, Ref mapping, Ref callable) {
  if (!callable) co_return co_await update_with(dict_ref, mapping);
  Dict* dict = as<Dict>(dict_ref);
  Ref keys;
  if (is_plain_dict(mapping) && !dict->used) co_return co_await merge_dict(dict_ref, mapping);
  if (is_plain_dict(mapping)) {
    keys = co_await list_of(mapping);
  } else {
    Ref view = co_await call_method(mapping, names.keys);
    if (!view) {
      if (!pending_is(types.AttributeError)) co_return Ref();
      take_pending();
      co_return raise_type_error(
          {since(Version::V3_15) ? "Value after **" : call_name(callable) + " argument after **",
           " must be a mapping, not ", type_name(mapping)});
    }
    CO_TRY(iterator, iterator_of(view));
    keys = co_await list_of(iterator);
  }
  if (!keys) co_return Ref();
  for (uint32_t i = 0; i < as<List>(keys)->size; ++i) {
    Ref key = as<List>(keys)->items[i];
    CO_TRY(there, dict_has(dict_ref, key));
    if (there.get() == Value::boolean(true)) {
      if (!is<Str>(key)) co_return raise_type_error({"keywords must be strings"});
      co_return raise_type_error(
          {call_name(callable), " got multiple values for keyword argument '", text_of(key), "'"});
    }
    CO_TRY(value, get_item(mapping, key));
    CO_TRY(done, store_key(dict_ref, key, value));
  }
  co_return Value::none();
}

Native items_for_tuple(Ref iterable) {
  if (!since(Version::V3_14)) co_return co_await list_of(iterable);
  CO_TRY(iterator, iterator_of(iterable));
  Ref list = new_list();
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) co_return is_pending() ? Ref() : list;
    if (vm().limits.stopped()) co_return raise_error(types.MemoryError, "");
    list_append(as<List>(list), item);
  }
}

Native call_ex_slow(Ref callable, Ref arguments, Ref mapping) {
  Ref list = arguments;
  if (!is<Tuple>(arguments)) {
    if (!find_special(type_of(arguments), Special::iter) &&
        !find_special(type_of(arguments), Special::getitem)) {
      co_return raise_type_error(
          {since(Version::V3_15) ? "Value after *" : call_name(callable) + " argument after *",
           " must be an iterable, not ", type_name(arguments)});
    }
    CO_TRY(made, items_for_tuple(arguments));
    list = new_tuple(std::span<const Value>(as<List>(made)->items, as<List>(made)->size));
  }
  Tuple* positional = as<Tuple>(list);
  std::vector<Value> values(positional->items, positional->items + positional->size);
  std::vector<Value> keyword_names;
  if (mapping) {
    Ref dict_ref = mapping;
    if (!is<Dict>(mapping)) {
      dict_ref = new_dict();
      CO_TRY(done, update_slow(dict_ref, mapping, callable));
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
  if (is<Frame>(awaitable) && is_async_step(as<Frame>(awaitable))) co_return awaitable;
  Value method = find_special(type_of(awaitable), Special::await);
  if (!method) {
    raise_not_awaitable(awaitable, where);
    co_return Ref();
  }
  Ref iterator = co_await call(method, awaitable);
  if (!iterator || !check_await_iterator(iterator, awaitable)) co_return Ref();
  co_return unwrap_coroutine(iterator);
}

Native async_iterator_slow(Ref iterable) {
  Value method = find_special(type_of(iterable), Special::aiter);
  if (!method) {
    co_return raise_type_error(
        {"'async for' requires an object with __aiter__ method, got ", type_name(iterable)});
  }
  CO_TRY(iterator, call(method, iterable));
  if (!find_special(type_of(iterator), Special::anext)) {
    co_return raise_type_error(
        {"'async for' received an object from __aiter__ that does not implement __anext__: ",
         type_name(iterator)});
  }
  co_return iterator;
}

Native next_further(Ref iterator, const NativeFunction* method) {
  const Value self = iterator;
  Ref item = co_await method->definition->coroutine(Args{&self, 1, nullptr});
  if (!item && pending_is(types.StopIteration)) take_pending();
  co_return item;
}

Native async_next_slow(Ref iterator) {
  Value method = find_special(type_of(iterator), Special::anext);
  if (!method) {
    co_return raise_type_error(
        {"'async for' requires an iterator with __anext__ method, got ", type_name(iterator)});
  }
  CO_TRY(awaitable, call(method, iterator));
  Ref result = co_await await_iterator_slow(awaitable, 0);
  if (result) co_return result;
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

void raise_not_an_exception(Value type, std::string_view made) {
  raise_type_error({"calling <class '", text_of(as<Type>(type)->module), ".",
                    text_of(as<Type>(type)->qualname),
                    "'> should have returned an instance of BaseException, not ", made});
}

Native raise_slow(Ref exception, Ref cause) {
  if (is_exception_type(exception)) {
    Ref type = exception;
    exception = co_await call(type);
    if (!exception) co_return Ref();
    if (!is_exception(exception)) {
      CO_TRY(made, repr_of(Value::of(type_of(exception))));
      raise_not_an_exception(type, text_of(made));
      co_return Ref();
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
  CO_TRY(get, get_attribute(subject, intern("get")));
  Ref nothing = new_cell(Value());  // is nowhere else
  for (uint32_t i = 0; i < keys->size; ++i) {
    CO_TRY(value, call(get, keys->items[i], nothing));
    if (value.get() == nothing.get()) co_return Value::none();
    values.push_back(value);
    kept.push_back(std::move(value));
  }
  co_return new_tuple(values);
}

Native match_class_slow(Ref subject, Ref type_value, Ref keyword_names, uint32_t positional) {
  Type* type = as_if<Type>(type_value);
  if (!type)
    co_return raise_type_error({since(Version::V3_15)   ? "class pattern must refer to a class"
                                : since(Version::V3_13) ? "called match pattern must be a class"
                                                        : "called match pattern must be a type"});
  CO_TRY(matches, instance_of(subject, type_value));
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
