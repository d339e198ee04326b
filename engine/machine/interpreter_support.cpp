#include "engine/machine/interpreter_support.h"

#include "engine/machine/attributes.h"
#include "engine/machine/functions.h"
#include "engine/machine/generators.h"
#include "engine/machine/operators.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

Dict* builtins_of(const PyFrame* frame) {
  if (!(frame->code->flags & Code::kOwnBuiltins)) return vm().builtins;
  Value own = dict_get(frame->globals, names.builtins);
  if (const Module* module = as_if<Module>(own)) return module->dict;
  return is<Dict>(own) ? as<Dict>(own) : vm().builtins;
}

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

// 3.14 looks for the exit first, says which it has missed, and whether the other kind of `with`
// would do.
static void raise_missed_method(Value object, bool is_async) {
  Type* type = type_of(object);
  const bool missed_exit = !find_special(type, is_async ? Special::aexit : Special::exit);
  const bool other = find_special(type, is_async ? Special::enter : Special::aenter) &&
                     find_special(type, is_async ? Special::exit : Special::aexit);
  std::string hint;
  if (other) {
    hint = concat({" but it supports the ", is_async ? "" : "asynchronous ",
                   "context manager protocol. Did you mean to use '", is_async ? "" : "async ",
                   "with'?"});
  }
  raise_type_error({"'", full_name(type), "' object does not support the ",
                    is_async ? "asynchronous " : "", "context manager protocol (missed __",
                    is_async ? "a" : "", missed_exit ? "exit" : "enter", "__ method)", hint});
}

void raise_no_context_manager(Value object, bool is_async, bool has_enter) {
  if (since(Version::V3_14)) return raise_missed_method(object, is_async);
  std::string_view missed = !has_enter ? ""
                            : is_async ? " (missed __aexit__ method)"
                                       : " (missed __exit__ method)";
  raise_type_error({"'", type_name(object), "' object does not support the ",
                    is_async ? "asynchronous " : "", "context manager protocol", missed});
}

void raise_not_awaitable(Value object, uint32_t where) {
  if (where == 0 && since(Version::V3_14)) {
    raise_type_error({"'", type_name(object), "' object can't be awaited"});
  } else if (where == 0) {
    raise_type_error({"object ", type_name(object), " can't be used in 'await' expression"});
  } else {
    raise_type_error({"'async with' received an object from ",
                      where == 1 ? "__aenter__" : "__aexit__",
                      " that does not implement __await__: ", type_name(object)});
  }
}

bool check_await_iterator(Value result, Value awaitable) {
  Type* type = type_of(result);
  const bool is_coroutine = type == types.coroutine;
  if (!is_coroutine &&
      (is_generator_type(type) || find_special(type, Special::next) || next_fast(type))) {
    return true;
  }
  if (since(Version::V3_15)) {
    raise_type_error({full_name(type_of(awaitable)), ".__await__() must return an iterator, not ",
                      full_name(type)});
  } else if (is_coroutine) {
    raise_type_error({"__await__() returned a coroutine"});
  } else {
    raise_type_error({"__await__() returned non-iterator of type '", type->name_view(), "'"});
  }
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
  return new_method(method, object);
}

bool formats_itself(Value value) {
  Type* type = type_of(value);
  return type == types.str || type == types.int_ || type == types.float_;
}

bool is_made_plainly(const Type* type) {
  if (type->type == types.type) return true;
  if (!is<NativeFunction>(find_special(type->type, Special::call))) return false;
  Value abstract = dict_get(type->dict, names.abstract_methods);
  return !abstract || truth_fast(abstract) == 0;
}

bool exception_matches(Value exception, Value type, bool& ok) {
  Tuple* tuple = as_if<Tuple>(type);  // not of tuples
  const Value* kinds = tuple ? tuple->items : &type;
  const uint32_t count = tuple ? tuple->size : 1;
  bool any = false;
  for (uint32_t i = 0; i < count; ++i) {
    if (!is_exception_type(kinds[i])) {
      raise_type_error({"catching classes that do not inherit from BaseException is not allowed"});
      return ok = false;
    }
    any |= is_subtype(type_of(exception), as<Type>(kinds[i]));
  }
  return any;
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

bool is_mapping(Value value) {
  return is<Dict>(value) || (value.is_object() && value.object()->type->detail & Type::kMapping);
}

bool is_sequence(Value value) {
  return is<List>(value) || is<Tuple>(value) || is<Range>(value) ||
         (value.is_object() && value.object()->type->detail & Type::kSequence);
}

}  // namespace awaitscope
