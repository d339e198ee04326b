#pragma once
// What instructions ask for that is too long to stand in the interpreter's loop. Not for other
// layers.

#include "engine/objects/frame.h"
#include "engine/objects/raise.h"

namespace awaitscope {

// All raise_...: leave the exception pending, in CPython's words.
// The machine's, or those of code that has been given others (see CompileOptions).
Dict* builtins_of(const PyFrame* frame);

void raise_unbound_local(const CodeObject* code, uint32_t slot);
void raise_empty_cell(const CodeObject* code, uint32_t slot);
void raise_no_context_manager(Value object, bool is_async, bool has_enter);
void raise_not_awaitable(Value object, uint32_t where);  // where: GET_AWAITABLE's operand

bool is_iterable_coroutine(Value value);  // a generator of a function that types.coroutine has made
// A special method found on the type, bound to its object.
Ref bind_special(Value method, Value object);

// Can a call of the class begin with a new instance? Not where its metaclass has its own __call__,
// or something about it is abstract.
bool is_made_plainly(const Type* type);
// An int, float or str and no instance of a class: how it is formatted is up to format_builtin().
bool formats_itself(Value value);
// `except type`: false with ok = false where the type is no exception type.
bool exception_matches(Value exception, Value type, bool& ok);
// StopIteration leaving a generator or coroutine is a RuntimeError; sets and returns what is
// pending.
Exception* stop_iteration_becomes_error(const Frame* generator, Exception* exception);

bool is_mapping(Value value);  // for patterns
bool is_sequence(Value value);

}  // namespace awaitscope
