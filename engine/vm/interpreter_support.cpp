#include "engine/vm/interpreter_support.h"

#include "engine/runtime/containers.h"
#include "engine/runtime/errors.h"
#include "engine/runtime/text.h"
#include "engine/vm/calls.h"
#include "engine/vm/vm.h"

namespace awaitscope {

void raise_unbound_local(const CodeObject* code, uint32_t slot) {
  raise_error(types.UnboundLocalError,
              concat({"cannot access local variable '", code->local_names[slot]->view(),
                      "' where it is not associated with a value"}));
}

void raise_empty_cell(const CodeObject* code, uint32_t slot) {
  if (code->code->locals[slot].kind != LocalVariable::Kind::Free)
    return raise_unbound_local(code, slot);
  raise_error(types.NameError,
              concat({"cannot access free variable '", code->local_names[slot]->view(),
                      "' where it is not associated with a value in enclosing scope"}));
}

void raise_no_context_manager(Value object, bool is_async, bool has_enter) {
  std::string_view missed = !has_enter ? ""
                            : is_async ? " (missed __aexit__ method)"
                                       : " (missed __exit__ method)";
  raise_type_error({"'", type_name(object), "' object does not support the ",
                    is_async ? "asynchronous " : "", "context manager protocol", missed});
}

void raise_not_awaitable(Value object, uint32_t where) {
  if (where == 0) {
    raise_type_error({"object ", type_name(object), " can't be used in 'await' expression"});
  } else {
    raise_type_error({"'async with' received an object from ",
                      where == 1 ? "__aenter__" : "__aexit__",
                      " that does not implement __await__: ", type_name(object)});
  }
}

bool check_await_iterator(Value result) {
  Type* type = type_of(result);
  if (type == types.coroutine) {
    raise_type_error({"__await__() returned a coroutine"});
    return false;
  }
  if (is_generator_type(type) || find_special(type, Special::next) || quick_next(type)) return true;
  raise_type_error({"__await__() returned non-iterator of type '", type->name_view(), "'"});
  return false;
}

bool is_iterable_coroutine(Value value) {
  if (!is<Frame>(value) || type_of(value) != types.generator) return false;
  Frame* frame = as<Frame>(value);
  return !frame->native && static_cast<PyFrame*>(frame)->code->flags & Code::kIterableCoroutine;
}

Ref bind_special(Value method, Value object) {
  if (is<Function>(method)) return new_method(method, object);
  if (NativeFunction* native = as_if<NativeFunction>(method)) {
    return native->is_method ? bind_native(native, object) : Ref(method);
  }
  bool needs_python = false;
  return bind_descriptor_quick(method, object, type_of(object), needs_python);
}

bool is_made_plainly(const Type* type) {
  if (type->type == types.type) return true;
  if (!is<NativeFunction>(find_special(type->type, Special::call))) return false;
  Value abstract = dict_get(type->dict, names.abstract_methods);
  return !abstract || quick_truth(abstract) == 0;
}

bool exception_matches(Value exception, Value type, bool& ok) {
  if (Tuple* tuple = as_if<Tuple>(type)) {
    bool any = false;
    for (uint32_t i = 0; i < tuple->size && ok; ++i)
      any |= exception_matches(exception, tuple->items[i], ok);
    return any && ok;
  }
  if (!is_exception_type(type)) {
    raise_type_error({"catching classes that do not inherit from BaseException is not allowed"});
    ok = false;
    return false;
  }
  return is_subtype(type_of(exception), as<Type>(type));
}

Exception* stop_iteration_becomes_error(const Frame* generator, Exception* exception) {
  bool is_async = generator->type == types.async_generator;
  std::string_view what;
  if (is_subtype(exception->type, types.StopIteration)) {
    what = "StopIteration";
  } else if (is_async && is_subtype(exception->type, types.StopAsyncIteration)) {
    what = "StopAsyncIteration";
  } else {
    return exception;
  }
  Ref cause = take_pending();
  std::string_view sort = is_async                             ? "async generator"
                          : generator->type == types.coroutine ? "coroutine"
                                                               : "generator";
  Ref error = new_exception(types.RuntimeError, concat({sort, " raised ", what}));
  Exception* made = as<Exception>(error);
  made->cause = Ref(cause).take();
  made->context = cause.take();
  made->suppress_context = true;
  restore_pending(error);
  return made;
}

bool is_mapping(Value value) { return is<Dict>(value); }

bool is_sequence(Value value) { return is<List>(value) || is<Tuple>(value) || is<Range>(value); }

// --- except*
// ------------------------------------------------------------------------------------------

// The part of an exception whose leaves match (or do not); null where nothing is left.
static Ref part_of(Value exception, Value type, bool matching, bool& ok) {
  bool matches = exception_matches(exception, type, ok);
  if (!ok) return Ref();
  if (matches) return matching ? Ref(exception) : Ref();
  if (!is_subtype(type_of(exception), types.BaseExceptionGroup))
    return matching ? Ref() : Ref(exception);
  auto* group = as<Exception>(exception);
  Tuple* members = as<Tuple>(group->extra[1]);
  std::vector<Ref> parts;
  std::vector<Value> values;
  for (uint32_t i = 0; i < members->size; ++i) {
    Ref part = part_of(members->items[i], type, matching, ok);
    if (!ok) return Ref();
    if (part) {
      values.push_back(part);
      parts.push_back(std::move(part));
    }
  }
  if (values.empty()) return Ref();
  Ref made = new_exception_group(type_of(exception), text_of(group->extra[0]), new_list(values));
  if (!made) {
    ok = false;
    return Ref();
  }
  auto* result = as<Exception>(made);
  result->traceback = Ref(group->traceback).take();
  result->cause = Ref(group->cause).take();
  result->context = Ref(group->context).take();
  result->notes = Ref(group->notes).take();
  result->suppress_context = group->suppress_context;
  return made;
}

static bool catches_groups(Value type) {
  if (Tuple* tuple = as_if<Tuple>(type)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (catches_groups(tuple->items[i])) return true;
    }
    return false;
  }
  return is_exception_type(type) && is_subtype(as<Type>(type), types.BaseExceptionGroup);
}

bool exception_group_match(Value exception, Value type, Ref& match, Ref& rest) {
  if (exception.is_none()) {
    match = rest = Value::none();
    return true;
  }
  if (catches_groups(type)) {
    raise_type_error({"catching ExceptionGroup with except* is not allowed. Use except instead."});
    return false;
  }
  bool ok = true;
  bool is_group = is_subtype(type_of(exception), types.BaseExceptionGroup);
  if (!is_group) {
    bool matches = exception_matches(exception, type, ok);
    if (!ok) return false;
    if (!matches) {
      match = Value::none();
      rest = exception;
      return true;
    }
    Ref group = new_exception_group(types.BaseExceptionGroup, "", new_tuple({exception}));
    if (!group) return false;
    match = group;
    rest = Value::none();
    return true;
  }
  match = part_of(exception, type, true, ok);
  if (ok) rest = part_of(exception, type, false, ok);
  if (!ok) return false;
  if (!match) match = Value::none();
  if (!rest) rest = Value::none();
  return true;
}

// Was `exception` in the original group, unchanged (rather than newly raised in a handler)?
static bool stems_from(Value exception, Value original) {
  auto *a = as<Exception>(exception), *b = as<Exception>(original);
  return a->traceback == b->traceback && a->cause == b->cause && a->context == b->context &&
         a->notes == b->notes;
}

static void leaves_of(Value exception, std::vector<Value>& out) {
  if (!is_subtype(type_of(exception), types.BaseExceptionGroup)) {
    out.push_back(exception);
    return;
  }
  Tuple* members = as<Tuple>(as<Exception>(exception)->extra[1]);
  for (uint32_t i = 0; i < members->size; ++i) leaves_of(members->items[i], out);
}

// The part of `original` whose leaves are among `kept`, in the original's own shape.
static Ref projection(Value original, const std::vector<Value>& kept) {
  if (!is_subtype(type_of(original), types.BaseExceptionGroup)) {
    for (Value leaf : kept) {
      if (leaf == original) return original;
    }
    return Ref();
  }
  auto* group = as<Exception>(original);
  Tuple* members = as<Tuple>(group->extra[1]);
  std::vector<Ref> parts;
  std::vector<Value> values;
  bool whole = true;
  for (uint32_t i = 0; i < members->size; ++i) {
    Ref part = projection(members->items[i], kept);
    whole &= part && part.get() == members->items[i];
    if (!part) continue;
    values.push_back(part);
    parts.push_back(std::move(part));
  }
  if (whole) return original;
  if (values.empty()) return Ref();
  Ref made = new_exception_group(type_of(original), text_of(group->extra[0]), new_list(values));
  if (!made) return Ref();
  auto* result = as<Exception>(made);
  result->traceback = Ref(group->traceback).take();
  result->cause = Ref(group->cause).take();
  result->context = Ref(group->context).take();
  result->notes = Ref(group->notes).take();
  result->suppress_context = group->suppress_context;
  return made;
}

Ref prepare_reraise_star(Value original, Value raised_list) {
  List* list = as<List>(raised_list);
  std::vector<Value> raised, reraised;
  for (uint32_t i = 0; i < list->size; ++i) {
    Value exception = list->items[i];
    if (exception.is_none()) continue;
    (stems_from(exception, original) ? reraised : raised).push_back(exception);
  }
  if (!is_subtype(type_of(original), types.BaseExceptionGroup)) {
    if (!raised.empty()) {
      if (raised.size() == 1) return raised[0];
      return new_exception_group(types.BaseExceptionGroup, "", new_list(raised));
    }
    return reraised.empty() ? Ref(Value::none()) : Ref(reraised[0]);
  }
  Ref kept;
  if (!reraised.empty()) {
    std::vector<Value> leaves;
    for (Value exception : reraised) leaves_of(exception, leaves);
    kept = projection(original, leaves);
  }
  if (raised.empty()) return kept ? kept : Ref(Value::none());
  if (kept) raised.push_back(kept);
  if (raised.size() == 1 && !kept) return raised[0];
  return new_exception_group(types.BaseExceptionGroup, "", new_list(raised));
}

}  // namespace awaitscope
