#pragma once
// The event loop's objects: handles, futures, tasks, the loop itself.
//
// The order of everything is CPython 3.11's BaseEventLoop, Future and Task (their C versions). Time
// is Vm::now. Timers with equal deadlines fire in the order they were made. Specified in:
// https://docs.python.org/3.11/library/asyncio-eventloop.html, asyncio-future.html,
// asyncio-task.html.

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/asyncio/injection.h"
#include "engine/machine/native.h"
#include "engine/machine/threads.h"
#include "engine/machine/vm.h"
#include "engine/objects/frame.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"

namespace awaitscope {

struct Future;
struct Task;
struct Loop;

// A callback of ours: what asyncio's own closures do when a future is done. `data` is what it
// closes over.
struct NativeCallback : NativeObject {
  void (*function)(Value data, Value argument) = nullptr;  // leaves nothing pending
  Ref data;
  const char* label = "";  // "gather.<locals>._done_callback()"
  auto parts() { return std::tie(data); }
};
Ref new_native_callback(void (*function)(Value data, Value argument), Value data,
                        const char* label);

struct Handle : NativeObject {
  enum class What : uint8_t { Call, Step, Wakeup };  // Step and Wakeup: callback is the task
  Ref callback;
  std::vector<Ref> arguments;  // Wakeup: the future
  Ref exception;               // Step: thrown in
  Ref context;                 // a contextvars.Context, or null
  Ref loop;
  Ref source_traceback;  // in debug mode: see debug.h
  Ref kept_repr;         // the same, of one that has been cancelled
  What what = What::Call;
  bool cancelled = false;
  bool is_timer = false, in_heap = false;
  double when = 0;
  uint32_t number = 0;     // in the recording
  uint32_t scheduled = 0;  // event that put it into the ready queue, or armed it
  auto parts() { return std::tie(callback, exception, context, loop, arguments); }
};

struct Future : NativeObject {
  enum class State : uint8_t { Pending, Cancelled, Finished };
  struct Callback {
    Ref callable;  // or the task that it wakes up
    Ref context;
    bool wakeup = false;
    auto parts() { return std::tie(callable, context); }
  };
  State state = State::Pending;
  bool blocking = false;       // _asyncio_future_blocking
  bool log_traceback = false;  // its exception has not been retrieved
  bool is_task = false;
  bool was_awaited = false;                             // awaited_by has had somebody
  bool is_gathering = false, cancel_requested = false;  // gather's outer future
  Ref loop;
  Ref result, exception, exception_traceback;
  Ref cancel_message, cancelled_exception;
  Ref source_traceback;  // in debug mode: see debug.h
  std::vector<Callback> callbacks;
  std::vector<Ref> children;    // of a gathering future
  std::vector<Ref> awaited_by;  // tasks that wait for it, by whatever way (3.14)
  uint32_t number = 0;          // in the recording: of the future, or of the task; 0: not shown
  uint32_t waited_by = 0;       // of one in a line of waiters: the number of the task that waits
  uint32_t set_by = 0;  // of what wait_for waits for: the number of the task whose end sets it
  auto parts() {
    return std::tie(loop, result, exception, exception_traceback, cancel_message,
                    cancelled_exception, children, awaited_by, callbacks);
  }
};

struct Task : Future {
  Ref coroutine, name, context;
  Ref waiter;  // the future that it waits for
  bool must_cancel = false;
  bool log_destroy_pending = true;
  bool in_reach = false;  // at the end of the program, from its variables
  uint32_t cancel_requests = 0;
  uint64_t order = 0;                         // in which tasks were made
  Task *previous = nullptr, *next = nullptr;  // in AsyncioState::tasks
  uint32_t step_label = 0, wakeup_label = 0;  // texts of the recording; 0: not there yet
  auto parts() {
    return std::tuple_cat(Future::parts(), std::tie(coroutine, name, context, waiter));
  }
};

struct Loop : NativeObject {
  struct Timer {  // what orders them beside each, so that thousands are compared where they lie
    double when;
    uint64_t order;
    Ref handle;
    auto parts() { return std::tie(handle); }
  };
  std::deque<Ref> ready;         // handles
  std::vector<Timer> scheduled;  // a heap by (when, order)
  bool running = false, stopping = false, closed = false, debug = false;
  bool woken = false;          // by another thread, while it did not wait
  Thread* thread = nullptr;    // that waits for something to do for it
  uint32_t of_thread = 0;      // while it runs: the number of the thread that runs it
  Ref executor;                // of run_in_executor(None, ...)
  bool executor_gone = false;  // shutdown_default_executor() has been called
  Ref exception_handler, task_factory, slow_callback_duration;
  Ref current_handle;       // in debug mode: the one that runs
  uint32_t busy_turns = 0;  // in which there was something to do, at the time turned_at
  double turned_at = 0;
  std::vector<Frame*> async_generators;  // not counted; those that have begun and are still there
  auto parts() {
    return std::tie(ready, scheduled, exception_handler, task_factory, slow_callback_duration,
                    current_handle, executor);
  }
};

struct AsyncioTypes {
  Type *handle, *timer_handle, *future, *gathering_future, *task, *loop, *future_iterator,
      *native_callback;
  Type* thread_safe_handle;
  Type *InvalidStateError, *QueueEmpty, *QueueFull, *QueueShutDown, *BrokenBarrierError,
      *IncompleteReadError, *LimitOverrunError, *SendfileNotAvailableError;
};
extern AsyncioTypes asyncio_types;

// What a thread has of asyncio.
struct AsyncioOfThread : RunPart {
  Ref running_loop, current_task;
  Ref current_loop;  // of the policy: get_event_loop()'s
  bool loop_was_set = false;
};

// What a run has of asyncio; what the running thread has is in it.
struct AsyncioState : AsyncioOfThread {
  void switch_thread(std::unique_ptr<RunPart>& from, std::unique_ptr<RunPart>& to) override;

  Ref policy;               // null: the default one, which nobody has asked for yet
  uint64_t tasks_made = 0;  // for names: Task-1, Task-2, ...
  uint64_t task_order = 0;
  uint64_t timers_made = 0;
  std::vector<Injection> injections;                 // to come, in order of their events
  std::string* injection_problem = nullptr;          // where to say why one cannot be
  Task *first_task = nullptr, *last_task = nullptr;  // all that are alive, in order of making
};
inline AsyncioState& asyncio_state() {  // of the run that is active
  if (!vm().asyncio) vm().asyncio = std::make_unique<AsyncioState>();
  return static_cast<AsyncioState&>(*vm().asyncio);
}

inline bool is_future(Value v) {
  return v.is_object() && v.object()->kind == Kind::Native &&
         (v.object()->type == asyncio_types.task || v.object()->type == asyncio_types.future ||
          is_subtype(v.object()->type, asyncio_types.future));
}
inline Future* as_future(Value v) { return static_cast<Future*>(v.object()); }
inline bool is_task(Value v) { return is_future(v) && as_future(v)->is_task; }
inline Task* as_task(Value v) { return static_cast<Task*>(v.object()); }
// A delay or a deadline. False: it is no number, and nothing is pending, or OverflowError is.
bool as_seconds(Value v, double& seconds);
inline bool is_loop(Value v) { return is_subtype(type_of(v), asyncio_types.loop->base); }
inline Loop* as_loop(Value v) { return static_cast<Loop*>(v.object()); }

// --- the loop ---
Ref new_loop();
inline Value running_loop() {  // borrowed; null where none runs
  return asyncio_state().running_loop;
}
Ref get_running_loop();           // RuntimeError pending where none runs
Ref get_event_loop();             // the running one, or the policy's, made if need be
Native new_event_loop();          // what the policy makes
Native set_event_loop(Ref loop);  // tells the policy; None: there is none any more
Ref call_soon(Loop* loop, Handle::What what, Value callback, std::vector<Ref> arguments = {},
              Value context = {});
Ref call_at(Loop* loop, double when, Value callback, std::vector<Ref> arguments = {},
            Value context = {});
void cancel_handle(Handle* handle);
void close_loop(Loop* loop);  // which does not run
Native run_forever(Ref loop);
Native run_until_complete(Ref loop, Ref future_or_coroutine);
// loop.run_until_complete() and loop.close(), which may be the program's own.
Native run_until_complete_in(Ref loop, Ref future_or_coroutine);
Native close_loop_of(Ref loop);
Native shutdown_async_generators(Ref loop);
Native shutdown_default_executor(Ref loop, Ref timeout);
// loop.call_exception_handler: the program's own handler, or the default one.
Native call_exception_handler(Ref loop, Ref context);
Native log_of_asyncio(const char* level, std::string message, Ref exception);
bool loops_are_logged();
Native log_new_loop();
Native report_callback(Ref loop, Ref handle, Ref exception);  // which the callback has failed with
// A context of a message, an exception and one more item.
Ref exception_context(std::string_view message, Value exception, const char* name, Value value);
std::vector<Ref> pending_tasks(Value loop);
Native gather(std::vector<Ref> awaitables, bool return_exceptions);  // the outer future

// --- futures ---
// What a class derived from a type of ours, or the object itself, has in the place of one of our
// methods that asyncio calls; bound; null: nothing.
Ref own_method(Value object, Type* ours, const char* name);
Ref new_future(Value loop, bool shown = true);
void set_result(Future* future, Value result);        // must be pending
void set_exception(Future* future, Value exception);  // the same; an instance
bool cancel_future(Value future, Value message);   // any future or task: cancel(); false: was done
bool cancel_plain(Future* future, Value message);  // Future.cancel, not Task's
// The result of a done future; null: its exception, or CancelledError, is pending.
Ref future_result(Future* future);
Ref future_exception(Future* future);  // None, or the exception; null: cancelled
Ref cancelled_error(Future* future);   // the CancelledError that awaiting it raises
void add_done_callback(Future* future, Value callback, Value context = {});
bool remove_done_callback(Future* future, Value callback);
bool is_alive(Value future);  // false: RuntimeError pending, its __init__ has not been called
// What the program's own create_task() or task factory has made may be anything. False: it is no
// future, and `attribute` is missed, or its __init__ has not been called.
bool can_be_waited_for(Value made, const char* attribute = "add_done_callback");
ResultAwaiter wait_for(Value future);  // await future, inside a native coroutine
// Who waits for it, for call graphs. A waiter that is null or None is nobody; before 3.14 nobody
// asks.
void add_to_awaited_by(Value future, Value waiter);
void discard_from_awaited_by(Value future, Value waiter);
Ref new_future_iterator(Value future);

// What is to be done to tasks from outside is done as soon as its event is past and nothing runs.
inline bool injection_is_due(const AsyncioState& state) {
  return !state.injections.empty() && vm().recorder.recording &&
         vm().recorder.recording->size() > state.injections.front().event;
}
Native inject_next();  // the first that is due; None

// --- tasks ---
bool is_coroutine(Value value);  // what asyncio takes for one
// TypeError pending where it is no coroutine. shown: false for asyncio's own.
Ref new_task(Value coroutine, Value loop, Value name = {}, bool shown = true, Value context = {});
// The same, by the loop's task factory where it has one: what loop.create_task() does by itself.
Native make_task_in(Ref loop, Ref coroutine, Ref name, Ref context);
Native make_task_with(Ref loop, Ref coroutine, Ref keywords);
// loop.create_task(), which may be the program's own.
Native create_task_in(Ref loop, Ref coroutine, Ref name, Ref context);
// The same since 3.14, where what is given by name goes to the factory or to Task as it is.
Native create_task_with(Ref loop, Ref coroutine, Ref keywords);
Native ensure_future(Ref awaitable, Ref loop);  // future, task, or a task of the awaitable
// Nobody is told that a task of ensure_future's was destroyed while it was pending.
Native leave_unreported(Ref made);
bool cancel_task(Task* task, Value message);
// What add_done_callback() of other classes of futures is given by a task that waits for one: the
// task that it wakes; null: another callback.
Value task_to_wake(Value callback);
Ref wakeup_of(Value task);                    // such a callback
void uncancel(Task* task);                    // Task.uncancel(): one request less
std::string coroutine_repr(Value coroutine);  // "main() running at main.py:3"

// TypeSlots of futures and tasks; T is Future or Task.
void destroy_future(Object* object);
bool complains(const Future* future);
bool finalize_future(Object* object);  // it has a complaint to make: see complain()
Native complain(Ref future);
template <class T>
TypeSlots future_slots() {
  return {destroy_future, visit_native<T>, nullptr, finalize_future, complain};
}

void register_futures();
void register_tasks();
void register_handles();
void register_loop();
void register_gather();
void register_timeouts();
void register_task_groups();

}  // namespace awaitscope
