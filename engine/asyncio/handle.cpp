// Handles: what call_soon() and its like give, and what a program makes of them by itself.
// Specified in: https://docs.python.org/3.11/library/asyncio-eventloop.html#callback-handles

#include "engine/asyncio/debug.h"
#include "engine/asyncio/loop.h"
#include "engine/asyncio/text.h"
#include "engine/machine/context.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

static Handle* self_of(const Args& args) { return static_cast<Handle*>(args[0].object()); }
static bool is_timer(Value v) { return is_subtype(type_of(v), asyncio_types.timer_handle); }

static Ref arguments_of(const Handle* handle) {
  std::vector<Value> values(handle->arguments.begin(), handle->arguments.end());
  return new_tuple(std::span<const Value>(values));
}

// --- made by the program: no loop has it until call_soon() and the like are asked ---

static Ref handle_new(Args& args) { return Ref::adopt(make_object<Handle>(as<Type>(args[0]), 0)); }

static Native begin(Ref ref, Ref callback, Ref given, Ref loop, Ref context) {
  CO_TRY(list, list_of(given));
  auto* handle = static_cast<Handle*>(ref.get().object());
  handle->callback = callback;
  List* items = as<List>(list);
  handle->arguments.assign(items->items, items->items + items->size);
  handle->loop = loop;
  handle->context = context.get().is_none() ? copy_context() : context;
  if (!is_loop(loop)) {
    CO_TRY(debug, call_method(loop, intern("get_debug")));
  }
  keep_source(handle, handle->is_timer ? 12 : 10);
  co_return Value::none();
}
static Native handle_init(Args args) { return begin(args[0], args[1], args[2], args[3], args[4]); }
static Native timer_init(Args args) {
  Handle* handle = self_of(args);
  handle->is_timer = true;
  if (!as_seconds(args[1], handle->when)) {
    if (!is_pending()) raise_type_error({"when must be a number, not ", type_name(args[1])});
    co_return Ref();
  }
  co_return co_await begin(args[0], args[2], args[3], args[4], args[5]);
}

// --- methods ---

static Ref cancel(Args& args) {
  cancel_handle(self_of(args));
  return Value::none();
}
static Ref cancelled(Args& args) { return Value::boolean(self_of(args)->cancelled); }
static Ref when(Args& args) { return new_float(self_of(args)->when); }
static Native repr(Args args) { return handle_text(args[0]); }
static Ref get_context(Args& args) { return known_context(self_of(args)->context); }
static Native run(Args args) {
  Ref ref = args[0];
  Handle* handle = self_of(args);
  if (handle->what != Handle::What::Call || !handle->callback) co_return Value::none();
  std::vector<Value> values(handle->arguments.begin(), handle->arguments.end());
  Ref done;
  if (can_run_in(handle->context)) {
    Ref before = enter_context(handle->context);
    done =
        co_await call_with(handle->callback, Args{values.data(), uint32_t(values.size()), nullptr});
    leave_context(handle->context, std::move(before));
  }
  if (done) co_return Value::none();
  if (pending_is(types.SystemExit) || pending_is(types.KeyboardInterrupt)) co_return Ref();
  Ref error = take_pending();
  if (!is_loop(handle->loop) && since(Version::V3_13)) {
    CO_TRY(debug, call_method(handle->loop, intern("get_debug")));
  }
  co_return co_await report_callback(handle->loop, ref, error);
}

// --- timers are ordered by their time ---

static Native same_timer(Ref a, Ref b) {
  auto* x = static_cast<Handle*>(a.get().object());
  auto* y = static_cast<Handle*>(b.get().object());
  if (x->when != y->when || x->cancelled != y->cancelled ||
      bool(x->callback) != bool(y->callback)) {
    co_return Value::boolean(false);
  }
  if (!x->callback) co_return Value::boolean(true);
  CO_TRY(same, equal(x->callback, y->callback));
  if (same.get() != Value::boolean(true)) co_return same;
  Ref of_x = arguments_of(x), of_y = arguments_of(y);
  co_return co_await equal(of_x, of_y);
}

template <Comparison how>
static Native timer_compare(Args args) {
  if (!is_timer(args[1])) co_return Value::not_implemented();
  const double a = self_of(args)->when, b = static_cast<Handle*>(args[1].object())->when;
  constexpr bool kLess = how == Comparison::Lt || how == Comparison::Le;
  constexpr bool kOrEqual = how == Comparison::Le || how == Comparison::Ge;
  if (how != Comparison::Eq) {
    if (kLess ? a < b : a > b) co_return Value::boolean(true);
    if (!kOrEqual) co_return Value::boolean(false);
  }
  co_return co_await same_timer(args[0], args[1]);
}
static Native timer_hash(Args args) {
  Ref number = new_float(self_of(args)->when);
  co_return co_await hash_of(number);
}

// --- names that are private, and that libraries read all the same ---

static Ref get_callback(Args& args) {
  const Handle* handle = self_of(args);
  return handle->callback ? handle->callback : Ref(Value::none());
}
static Ref get_args(Args& args) {
  const Handle* handle = self_of(args);
  return handle->cancelled ? Ref(Value::none()) : arguments_of(handle);
}
static Ref get_loop(Args& args) {
  const Handle* handle = self_of(args);
  return handle->loop ? handle->loop : Ref(Value::none());
}
static Ref get_source(Args& args) {
  const Ref& source = self_of(args)->source_traceback;
  return source ? source : Ref(Value::none());
}
static Ref get_scheduled(Args& args) { return Value::boolean(self_of(args)->in_heap); }

static const NativeDefinition kHandleMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", handle_new),
    method("__init__", "(self, callback, args, loop, context=None)", handle_init),
    method("cancel", "(self, /)", cancel),
    method("cancelled", "(self, /)", cancelled),
    method("get_context", "(self, /)", get_context).since(Version::V3_12),
    method("_run", "(self, /)", run),
    method("__repr__", "(self, /)", repr),
    getter("_callback", get_callback),
    getter("_args", get_args),
    getter("_cancelled", cancelled),
    getter("_context", get_context),
    getter("_loop", get_loop),
    getter("_source_traceback", get_source),
};
static const NativeDefinition kTimerMethods[] = {
    method("__init__", "(self, when, callback, args, loop, context=None)", timer_init),
    method("when", "(self, /)", when),
    method("__lt__", "(self, other, /)", timer_compare<Comparison::Lt>),
    method("__le__", "(self, other, /)", timer_compare<Comparison::Le>),
    method("__gt__", "(self, other, /)", timer_compare<Comparison::Gt>),
    method("__ge__", "(self, other, /)", timer_compare<Comparison::Ge>),
    method("__eq__", "(self, other, /)", timer_compare<Comparison::Eq>),
    method("__hash__", "(self, /)", timer_hash),
    getter("_when", when),
    getter("_scheduled", get_scheduled),
};

static void destroy_handle(Object* object) {
  if (object->flags & kWatched) vm().recorder.forget(object);
  destroy_native<Handle>(object);
}

void register_handles() {
  auto make = [](const char* name, Type* base, std::span<const NativeDefinition> methods) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.layout = Kind::Native;
    spec.instance_size = sizeof(Handle);
    spec.attributes_offset = uint16_t(sizeof(Object));
    spec.methods = methods;
    spec.slots = {.destroy = destroy_handle, .visit = visit_native<Handle>};
    return new_builtin_type(spec);
  };
  asyncio_types.handle = make("asyncio.events.Handle", nullptr, kHandleMethods);
  asyncio_types.timer_handle =
      make("asyncio.events.TimerHandle", asyncio_types.handle, kTimerMethods);
  asyncio_types.thread_safe_handle =
      make("asyncio.events._ThreadSafeHandle", asyncio_types.handle, {});
}

}  // namespace awaitscope
