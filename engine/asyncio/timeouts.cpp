// asyncio.timeout. Specified in: https://docs.python.org/3.11/library/asyncio-task.html#timeouts

#include <cmath>

#include "engine/asyncio/sync.h"
#include "engine/compat/float_text.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

struct Timeout : NativeObject {
  enum class State : uint8_t { Created, Entered, Expiring, Expired, Exited };
  State state = State::Created;
  Ref when;     // float or None
  Ref handler;  // Handle
  Ref task;
  uint32_t cancelling = 0;
  auto parts() { return std::tie(when, handler, task); }
};
static Type* timeout_type;
static const char* const kStateNames[] = {"created", "active", "expiring", "expired", "finished"};

static Timeout* timeout_of(Value v) { return static_cast<Timeout*>(v.object()); }

static void on_timeout(Value data, Value) {
  Timeout* timeout = timeout_of(data);
  cancel_future(timeout->task, Value());
  timeout->state = Timeout::State::Expiring;
  timeout->handler = Ref();
}

static void drop_handler(Timeout* timeout) {
  if (timeout->handler) cancel_handle(static_cast<Handle*>(timeout->handler.get().object()));
  timeout->handler = Ref();
}

static Ref reschedule(Timeout* timeout, Value when) {
  if (timeout->state != Timeout::State::Entered) {
    if (timeout->state == Timeout::State::Created)
      return raise_runtime_error({"Timeout has not been entered"});
    return raise_runtime_error(
        {"Cannot change state of ", kStateNames[int(timeout->state)], " Timeout"});
  }
  timeout->when = when;
  drop_handler(timeout);
  if (when.is_none()) return Value::none();
  Ref loop = get_running_loop();
  double deadline;
  if (!loop || !as_seconds(when, deadline)) return Ref();
  Ref callback = new_native_callback(on_timeout, Value::of(timeout), "Timeout._on_timeout()");
  timeout->handler = deadline <= vm().now ? call_soon(as_loop(loop), Handle::What::Call, callback)
                                          : call_at(as_loop(loop), deadline, callback);
  return Value::none();
}

Ref timeout_begins(Value timeout_value) {
  Timeout* timeout = timeout_of(timeout_value);
  if (timeout->state != Timeout::State::Created) {
    return raise_runtime_error({"Timeout has already been entered"});
  }
  if (!asyncio_state().current_task)
    return raise_runtime_error({"Timeout should be used inside a task"});
  timeout->state = Timeout::State::Entered;
  timeout->task = asyncio_state().current_task;
  timeout->cancelling = as_task(timeout->task)->cancel_requests;
  Ref done = reschedule(timeout, Ref(timeout->when));
  return done ? Ref(timeout_value) : Ref();
}

static Native timeout_enter(Args args) { co_return timeout_begins(args[0]); }

static Ref timeout_error(Value cause) {
  Ref error = new_exception(types.TimeoutError, "");
  as<Exception>(error)->cause = Ref(cause).take();
  as<Exception>(error)->suppress_context = true;
  return error;
}

// Where what leaves the block has come of the cancellation, the TimeoutError stands between them
// (3.13).
static void insert_timeout_error(Exception* exception) {
  while (is_exception(exception->context)) {
    Ref context = exception->context;
    if (is_subtype(type_of(context), types.CancelledError)) {
      Ref error = timeout_error(context);
      as<Exception>(error)->context = context.take();
      release(std::exchange(exception->context, error.take()));
      return;
    }
    exception = as<Exception>(context);
  }
}

Ref timeout_ends(Value timeout_value, Value exception) {
  Timeout* timeout = timeout_of(timeout_value);
  drop_handler(timeout);
  if (timeout->state == Timeout::State::Expiring) {
    timeout->state = Timeout::State::Expired;
    Task* task = as_task(timeout->task);
    uncancel(task);
    if (task->cancel_requests > timeout->cancelling || !is_exception(exception))
      return Value::none();
    Type* type = type_of(exception);
    const bool cancelled = since(Version::V3_13) ? is_subtype(type, types.CancelledError)
                                                 : type == types.CancelledError;
    if (cancelled) {
      Ref error = timeout_error(exception);
      as<Exception>(error)->context = Ref(exception).take();
      restore_pending(error);
      return Ref();
    }
    if (!since(Version::V3_13)) return Value::none();
    insert_timeout_error(as<Exception>(exception));
    if (is_subtype(type, types.ExceptionGroup)) {
      Tuple* members = as<Tuple>(as<Exception>(exception)->extra[1]);
      for (uint32_t i = 0; i < members->size; ++i)
        insert_timeout_error(as<Exception>(members->items[i]));
    }
  } else if (timeout->state == Timeout::State::Entered) {
    timeout->state = Timeout::State::Exited;
  }
  return Value::none();
}

static Native timeout_exit(Args args) { co_return timeout_ends(args[0], args[2]); }

static Ref timeout_when(Args& args) { return timeout_of(args[0])->when; }
static Ref timeout_reschedule(Args& args) { return reschedule(timeout_of(args[0]), args[1]); }
static Ref timeout_expired(Args& args) {
  Timeout::State state = timeout_of(args[0])->state;
  return Value::boolean(state == Timeout::State::Expiring || state == Timeout::State::Expired);
}
static Ref timeout_repr(Args& args) {
  Timeout* timeout = timeout_of(args[0]);
  std::string info;
  if (timeout->state == Timeout::State::Entered) {
    double when;
    bool none = timeout->when.get().is_none() || !as_seconds(timeout->when, when);
    info = concat({" when=", none ? "None" : float_repr(std::round(when * 1000) / 1000)});
  }
  return new_str(concat({"<Timeout [", kStateNames[int(timeout->state)], "]", info, ">"}));
}
static Ref timeout_new(Args& args) {
  auto* timeout = make_object<Timeout>(timeout_type, 0);
  timeout->when = args[1];
  return Ref::adopt(timeout);
}

static const NativeDefinition kTimeoutMethods[] = {
    static_method("__new__", "(cls, when)", timeout_new),
    async_method("__aenter__", "(self, /)", timeout_enter),
    async_method("__aexit__", "(self, type, value, traceback, /)", timeout_exit),
    method("when", "(self, /)", timeout_when),
    method("reschedule", "(self, when, /)", timeout_reschedule),
    method("expired", "(self, /)", timeout_expired),
    method("__repr__", "(self, /)", timeout_repr),
};

Ref new_timeout(Value when) {
  auto* timeout = make_object<Timeout>(timeout_type, 0);
  timeout->when = when;
  return Ref::adopt(timeout);
}

void register_timeouts() {
  TypeSpec spec;
  spec.name = "asyncio.timeouts.Timeout";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(Timeout);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.methods = kTimeoutMethods;
  spec.slots = {.destroy = destroy_native<Timeout>, .visit = visit_native<Timeout>};
  timeout_type = new_builtin_type(spec);
}
Type* get_timeout_type() { return timeout_type; }

}  // namespace awaitscope
