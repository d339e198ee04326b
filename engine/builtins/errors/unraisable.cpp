// What nobody catches: sys.excepthook for the exception that ends the program, sys.unraisablehook
// for those of which nobody else would hear.

#include "engine/builtins/errors/errors.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/text.h"

namespace awaitscope {

// Where the program is, for an exception that none of its frames has raised.
static void add_place(Exception* exception) {
  bool between = false;  // the program's next instruction waits
  for (Frame* frame = vm().current; frame; frame = frame->back) {
    between |= frame->interrupting;
    if (frame->native) {
      if (static_cast<NativeFrame*>(frame)->in_traceback)
        return add_traceback(exception, Value::of(frame), 0);
      continue;
    }
    if (!static_cast<PyFrame*>(frame)->code->file) continue;
    uint32_t offset = static_cast<PyFrame*>(frame)->offset();
    return add_traceback(exception, frame_object(frame), between && offset ? offset - 1 : offset);
  }
}

Native report_unraisable(Ref exception, Ref object) {
  const Frame* frame = as_if<Frame>(object);
  std::string_view doing = !frame                                ? "calling deallocator"
                           : frame->state == FrameState::Created ? "finalizing coroutine"
                                                                 : "closing generator";
  return report_ignored(std::move(exception), doing, std::move(object));
}

// What the program has put into the sys module in a hook's place; null where that is still ours.
static Ref own_hook(const char* name) {
  const Module* sys = as_if<Module>(dict_get(vm().modules, intern("sys")));
  Value hook = sys ? dict_get(sys->dict, intern(name)) : Value();
  const NativeFunction* native = hook ? as_if<NativeFunction>(hook) : nullptr;
  return native && native->definition->name == std::string_view(name) ? Ref() : Ref(hook);
}

static std::string described(Value object) {
  Ref text = repr_fast(object);
  if (!text && is_pending()) take_pending();
  return text ? std::string(text_of(text)) : concat({"<", type_name(object), ">"});
}

// `message`: what the interpreter was about; empty: it does not say.
static Native write_ignored(Ref exception, std::string message, Ref object) {
  Ref asked = co_await prepare_exception_text(exception);
  if (!asked) take_pending();
  std::string text;
  if (!object.get().is_none()) {
    text =
        concat({message.empty() ? "Exception ignored in" : message, ": ", described(object), "\n"});
  } else if (!message.empty()) {
    text = concat({message, ":\n"});
  }
  if (since(Version::V3_15)) {
    text += format_exception(as<Exception>(exception));
    vm().output.write_err(text);
    co_return Value::none();
  }
  // (Without what it was raised from or during.)
  if (Value traceback = as<Exception>(exception)->traceback) {
    text += concat({"Traceback (most recent call last):\n",
                    format_traceback(traceback, PrintedBy::Unraisable)});
  }
  std::string last = format_exception_only(as<Exception>(exception));
  if (last.find(':') == last.npos) last += ": ";  // also where there is nothing to say
  vm().output.write_err(concat({text, last, "\n"}));
  co_return Value::none();
}

// The argument of sys.unraisablehook.
template <uint32_t index>
static Ref hook_part(Args& args) {
  return as<Tuple>(args[0])->items[index];
}
static const NativeDefinition kHookArgs[] = {
    getter("exc_type", hook_part<0>),      getter("exc_value", hook_part<1>),
    getter("exc_traceback", hook_part<2>), getter("err_msg", hook_part<3>),
    getter("object", hook_part<4>),
};
static Type* hook_args_type;

void register_hooks() {
  hook_args_type = new_builtin_type({.name = "UnraisableHookArgs",
                                     .base = types.tuple,
                                     .layout = Kind::Tuple,
                                     .flags = Type::kNoInstance | Type::kNoSubclass,
                                     .methods = kHookArgs});
}

static Native tell_of_ignored(Ref exception, std::string message, Ref object) {
  if (!as<Exception>(exception)->traceback) add_place(as<Exception>(exception));
  if (since(Version::V3_14)) {
    message = concat({message, " ", described(object)});
    object = Value::none();
  }
  Ref hook = own_hook("unraisablehook");
  if (!hook) co_return co_await write_ignored(exception, message, object);
  Value traceback = as<Exception>(exception)->traceback;
  Ref said = message.empty() ? Ref(Value::none()) : new_str(message);
  Ref given = new_tuple({Value::of(type_of(exception)), exception.get(),
                         traceback ? traceback : Value::none(), said.get(), object.get()});
  release(static_cast<Object*>(given.get().object()->type));
  given.get().object()->type = hook_args_type;
  retain(static_cast<Object*>(hook_args_type));
  Ref done = co_await call(hook, given);
  if (done) co_return done;
  Ref error = take_pending();
  co_return co_await write_ignored(error, "Exception ignored in sys.unraisablehook", hook);
}

Native report_ignored(Ref exception, std::string_view doing, Ref object) {
  std::string message;
  if (since(Version::V3_14)) message = concat({"Exception ignored while ", doing});
  return tell_of_ignored(std::move(exception), std::move(message), std::move(object));
}

Native report_ignored_in(Ref exception, std::string_view where, Ref object) {
  return tell_of_ignored(std::move(exception), concat({"Exception ignored in ", where}),
                         std::move(object));
}

Native write_unraisable(Ref given) {
  Tuple* parts = as_if<Tuple>(given);
  if (!parts || type_of(given) != hook_args_type) {
    co_return raise_type_error({"sys.unraisablehook argument type must be UnraisableHookArgs"});
  }
  std::string message;
  if (is<Str>(parts->items[3])) message = text_of(parts->items[3]);
  co_return co_await write_ignored(parts->items[1], message, parts->items[4]);
}

// --- the exception that ends the program ---

Native write_uncaught(Ref exception) {
  Ref prepared = co_await prepare_exception_text(exception);
  if (!prepared) take_pending();
  vm().output.write_err(format_exception(as<Exception>(exception)));
  co_return Value::none();
}

Native report_uncaught(Ref exception) {
  Ref hook = own_hook("excepthook");
  if (!hook) co_return co_await write_uncaught(exception);
  Value traceback = as<Exception>(exception)->traceback;
  Ref done = co_await call(hook, Value::of(type_of(exception)), exception,
                           traceback ? traceback : Value::none());
  if (done) co_return done;
  if (pending_is(types.SystemExit)) co_return Ref();
  if (since(Version::V3_13) && pending_is(types.KeyboardInterrupt)) vm().interrupted = true;
  Ref error = take_pending();
  vm().output.write_err("Error in sys.excepthook:\n");
  co_await write_uncaught(error);
  vm().output.write_err("\nOriginal exception was:\n");
  co_return co_await write_uncaught(exception);
}

}  // namespace awaitscope
