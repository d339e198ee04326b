#pragma once
// Generators, coroutines and async generators beyond what native.h says of send and throw_into.
// Specified in: https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods

#include "engine/machine/native.h"

namespace awaitscope {

Native close_generator(Ref generator);
// False: the program's filters make an error of it, for run_finalizer to report.
bool warn_never_awaited(Frame* coroutine);
// Of what has no frame: __next__ or send(), and throw().
Native generic_send(Ref receiver, Ref value);
Native generic_throw(Ref receiver, Ref exception);
// Of throw()'s signature of three; false: the filters make an error of it, which is pending.
bool warn_of_throw(const Args& args, std::string_view method = "throw");
// The exception that throw(type, value, traceback) means; null: TypeError pending. What goes wrong
// while it is made is thrown in its place.
Native exception_to_throw(Ref type, Ref value, Ref traceback);
// What a generator awaits or yields from; borrowed, null where nothing.
Value delegate_of(const Frame* generator);
// The coroutine that the result of coroutine.__await__() runs; else `value` itself.
Value unwrap_coroutine(Value value);
// Of what `__await__` of an awaitable returned; false: TypeError pending.
bool check_await_iterator(Value result, Value awaitable);

// Async generators: the awaitable of one step. `how` as the method that made it.
enum class AsyncStep : uint8_t { Next, Send, Throw, Close };
Ref new_async_step(Frame* generator, AsyncStep how, Value argument);
// Whether it is such an awaitable, or that of anext() with a default. They are no coroutines, but
// have a coroutine's methods.
bool is_async_step(const Frame* frame);
Ref as_anext_awaitable(Native awaited);
// A value that an async generator yields, as against one that it passes on from what it awaits.
Ref wrap_async_value(Value value);

void register_generators();

}  // namespace awaitscope
