// The builtins that need the machine: making classes, super, asynchronous iteration.

#include "engine/builtins/functions/builtins.h"
#include "engine/machine/classes.h"
#include "engine/machine/generators.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/lazy_imports.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

static Ref aiter(Args& args) {
  if (!find_special(type_of(args[0]), Special::aiter)) {
    return raise_type_error({"'", type_name(args[0]), "' object is not an async iterable"});
  }
  return try_coroutine();
}

static Native aiter_slow(Args args) {
  Value method = find_special(type_of(args[0]), Special::aiter);
  CO_TRY(iterator, call(method, args[0]));
  if (!find_special(type_of(iterator), Special::anext)) {
    co_return raise_type_error(
        {"aiter() returned not an async iterator of type '", type_name(iterator), "'"});
  }
  co_return iterator;
}

// anext(iterator, default): the default instead of StopAsyncIteration.
static Native anext_or(Ref awaitable, Ref fallback) {
  Ref item;
  if (Ref early = std::move(static_cast<NativeFrame*>(vm().current)->result)) {
    Outcome outcome = co_await throw_into(awaitable, early);  // before it has begun
    while (outcome.how == Outcome::Yielded) {
      Ref sent = co_yield outcome.value;
      if (sent) {
        outcome = co_await send(awaitable, sent);
      } else {
        outcome = co_await throw_into(awaitable, take_pending());
      }
    }
    if (outcome.how == Outcome::Returned) co_return outcome.value;
    restore_pending(outcome.value);
  } else {
    item = co_await await_on(awaitable);
  }
  if (item || !pending_is(types.StopAsyncIteration)) co_return item;
  take_pending();
  co_return fallback;
}

static Native anext(Args args) {
  Value method = find_special(type_of(args[0]), Special::anext);
  if (!method)
    co_return raise_type_error({"'", type_name(args[0]), "' object is not an async iterator"});
  Ref awaitable = co_await call(method, args[0]);
  if (!awaitable || !args[1]) co_return awaitable;
  co_return as_anext_awaitable(anext_or(awaitable, args[1]));
}

static Native import_function(Args args) {
  Ref name = args[0];
  if (!is<Str>(name))
    co_return raise_type_error({"__import__() argument 1 must be str, not ", type_name(name)});
  co_return co_await machine_hooks.import_name(name, args[3], 0);
}

// As `lazy import` would, in the code that calls it.
static Native lazy_import_function(Args args) {
  if (!is<Str>(args[0])) {
    co_return raise_type_error({"__import__() argument 1 must be str, not ", type_name(args[0])});
  }
  Frame* frame = vm().current;
  while (frame && frame->native) frame = frame->back;
  Ref level = args[4];
  if (!frame) co_return co_await machine_hooks.import_name(args[0], args[3], level.get().as_int());
  co_return co_await import_lazily_slow(args[0], args[3], level.get().as_int(), Value::of(frame),
                                        false);
}

static const NativeDefinition kVmFunctions[] = {
    function("__build_class__", "", build_class),
    function("__lazy_import__", "(name, globals=None, locals=None, fromlist=None, level=0)",
             lazy_import_function)
        .since(Version::V3_15),
    function("__import__", "(name, globals=None, locals=None, fromlist=None, level=0)",
             import_function),
    function("aiter", "(async_iterable, /)", aiter, aiter_slow),
    function("anext", "(async_iterator, default=<null>, /)", anext),
};

void add_vm_builtins(Dict* builtins) {
  add_functions(builtins, "builtins", kVmFunctions, std::size(kVmFunctions));
  add_evaluation(builtins);
  dict_set(builtins, intern("super"), Value::of(types.super));
}

}  // namespace awaitscope
