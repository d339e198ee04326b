#pragma once
// Native code that can suspend: C++20 coroutines with the same protocol as Python's.
//
// `Native f(...)` runs when somebody awaits it or calls it from Python; it co_returns a Ref, null
// with an exception pending. Inside one may co_await:
//   call(f, a, b)              calls anything; Ref result
//   call_method(x, name, a)    x.name(a)
//   f(...)                     another Native; Ref result
//   send(receiver, value)      runs a generator, coroutine or iterator on; Outcome
//   throw_into(receiver, exc)  the same with an exception; Outcome
//   delegate(receiver)         `yield from`: all that the receiver yields goes to our caller, what
//                              is sent or thrown goes to the receiver; Ref result
//   await_on(awaitable)        `await`: delegate to the iterator of an awaitable; Ref result
// and co_yield a value: leaves to the caller as a generator does; the result is the Ref sent, or
// null with the exception thrown in pending. No coroutine resumes another: each of these says what
// runs next, and the one loop in Vm::run does. So a chain of any depth leaves the C++ stack flat.
// Parameters that must outlive the call's first suspension are taken by value as Ref.
//
// An operation has up to three forms, here and in the floors above:
//   f_fast   a plain function, for what needs no Python code; where it does, it answers
//            try_coroutine(), or as its comment says
//   f_slow   the coroutine that asks the program's own methods
//   f        an awaiter, or a method's definition: the first and, if need be, the second

#include <concepts>
#include <coroutine>
#include <vector>

#include "engine/objects/frame.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"

namespace awaitscope {

struct NativeFrame : Frame {
  Ref delegate;                 // what this one awaits by delegate()
  Ref result;                   // co_return's, or what is yielded
  Ref local;                    // what a variable of CPython's function holds, as long as a
                                // traceback leads to its frame
  bool yielding = false;        // left by co_yield
  bool in_traceback = false;    // an exception that leaves it keeps its arguments alive
  bool takes_throw = false;     // runs if an exception is thrown in at the start: it is in `result`
  bool leaves_yielded = false;  // its result counts as yielded: see Vm::start_send
  Value* storage = nullptr;     // arguments that it owns
  uint32_t storage_count = 0;
  uint32_t size = 0;          // of the memory that it begins
  void* coroutine = nullptr;  // what lies in the rest of it; null: it has come to its end
};

class [[nodiscard]] Native {
 public:
  struct promise_type;
  using Handle = std::coroutine_handle<promise_type>;

  explicit Native(Handle handle) : handle_(handle) {}
  Native(Native&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  Native(const Native&) = delete;
  ~Native();
  NativeFrame* release();  // the frame, whose one reference the caller now owns

  bool await_ready() const { return false; }
  bool await_suspend(std::coroutine_handle<>);
  Ref await_resume();

 private:
  Handle handle_;
};

// A coroutine that returns goes at its end, with its parameters; one that raises goes with its
// frame, since a traceback may keep what it was called with.
struct Native::promise_type {
  promise_type();
  static void* operator new(size_t size);  // behind the frame, whose memory it is
  static void operator delete(void* memory, size_t size);
  Native get_return_object();
  std::suspend_always initial_suspend() noexcept { return {}; }
  struct EndAwaiter {
    bool goes;
    bool await_ready() const noexcept { return goes; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    void await_resume() const noexcept {}
  };
  EndAwaiter final_suspend() noexcept { return {!is_pending()}; }
  void return_value(Ref value) { frame->result = std::move(value); }
  void unhandled_exception() {}
  struct YieldAwaiter {
    NativeFrame* frame;
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<>) const {}
    Ref await_resume() const;
  };
  YieldAwaiter yield_value(Ref value) {
    frame->result = std::move(value);
    frame->yielding = true;
    return {frame};
  }

  NativeFrame* const frame;
};

// Awaiters. `ready`: it was done at once, without running a frame.
struct ResultAwaiter {
  bool ready;
  Ref result;
  bool await_ready() const { return ready; }
  void await_suspend(std::coroutine_handle<>) const {}
  Ref await_resume();
};
struct OutcomeAwaiter {
  bool ready;
  Outcome outcome;
  bool await_ready() const { return ready; }
  void await_suspend(std::coroutine_handle<>) const {}
  Outcome await_resume();
};

// (call and call_method take the arguments one by one, since g++ 12 cannot keep an initializer_list
// in a coroutine.)
ResultAwaiter call_with(Value callable, const Args& args);
template <std::convertible_to<Value>... A>
ResultAwaiter call(Value callable, const A&... arguments) {
  const Value values[] = {Value(arguments)..., Value()};
  return call_with(callable, Args{values, sizeof...(A), nullptr});
}
ResultAwaiter call_method_with(Value object, Str* name, const Args& args);
template <std::convertible_to<Value>... A>
ResultAwaiter call_method(Value object, Str* name, const A&... arguments) {
  const Value values[] = {Value(arguments)..., Value()};
  return call_method_with(object, name, Args{values, sizeof...(A), nullptr});
}
OutcomeAwaiter send(Value receiver, Value value);
OutcomeAwaiter throw_into(Value receiver, Ref exception);
ResultAwaiter delegate(Value receiver);
Native await_on(Ref awaitable);

// Awaits what gives a Ref and names it; where it raised, so does the coroutine that this stands in.
#define CO_TRY(name, ...)          \
  Ref name = co_await __VA_ARGS__; \
  if (!name) co_return Ref()

// The __del__ of what has died so far runs now. An instruction is followed by that anyway: this is
// for what goes on after it has let something go.
struct DeathsAwaiter {
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const {}
};
inline DeathsAwaiter deaths() { return {}; }

// --- operations that may run Python code; each answers at once where it does not ---

ResultAwaiter repr_of(Value value);  // Str
ResultAwaiter str_of(Value value);   // Str
ResultAwaiter format_of(Value value, Value specification);
ResultAwaiter truth_of(Value value);    // True or False
ResultAwaiter hash_of(Value value);     // int
ResultAwaiter length_of(Value value);   // int
ResultAwaiter equal(Value a, Value b);  // True or False; identity counts, as in containers
enum class Comparison : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };      // COMPARE_OP's operand
ResultAwaiter compare(Value a, Value b, Comparison how);         // any value
ResultAwaiter binary_operation(Value a, Value b, uint32_t how);  // BINARY_OP's operand
ResultAwaiter iterator_of(Value iterable);
ResultAwaiter next_of(Value iterator);  // null and nothing pending: exhausted
ResultAwaiter get_attribute(Value object, Str* name);
ResultAwaiter set_attribute(Value object, Str* name,
                            Value value);  // null value: delete; None or null
ResultAwaiter get_item(Value container, Value key);
ResultAwaiter set_item(Value container, Value key, Value value);  // null value: delete
ResultAwaiter contains(Value container, Value item);
// A key that is, or consists of, integers: with what the __index__ of others gives.
Native resolve_index(Ref key);
ResultAwaiter list_of(Value iterable);               // a new list
bool asks_length(Type* iterable);                    // whether a list of its items begins with
Native ask_length(Ref iterable);                     // this: its __len__ or __length_hint__
ResultAwaiter instance_of(Value value, Value type);  // isinstance
// The representation of a list, tuple, dict or set by its layout, item by item.
Native repr_of_items(Ref container);

}  // namespace awaitscope
