#pragma once
// The pending exception, and raising.
//
// A function that fails leaves an exception pending and returns a null Ref (or false, or -1, where
// it says so). raise_... return that null Ref, so that `return raise_type_error(...)` reads well.
// The wording is CPython's.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/objects/objects.h"
#include "engine/objects/run_context.h"
#include "engine/objects/types.h"

namespace awaitscope {

inline Value pending_exception() { return this_run().pending; }  // borrowed; null where none
inline bool is_pending() { return bool(this_run().pending); }
Ref take_pending();  // clears it
void set_pending(
    Ref exception);  // sets its context to the exception being handled, as `raise` does
void restore_pending(Ref exception);  // as it is

void replace_args(Exception* exception, Ref args);

std::string concat(std::initializer_list<std::string_view> parts);

Ref raise_error(Type* type, std::string_view message);
Ref raise_type_error(std::initializer_list<std::string_view> message);
Ref raise_value_error(std::initializer_list<std::string_view> message);
Ref raise_runtime_error(std::initializer_list<std::string_view> message);
Ref raise_error(Type* type, Value argument);               // type(argument)
Ref raise_attribute_error(Value object, Str* name);        // "'Hello' object has no attribute 'x'"
Ref raise_no_room_for_attribute(Value object, Str* name);  // ... that was to be set
Ref raise_name_error(Str* name);                           // "name 'x' is not defined"
// What a function written in C says of a keyword that it does not know; `known` are the others.
Ref raise_unexpected_keyword(std::string_view function, std::string_view keyword,
                             const std::vector<std::string_view>& known = {});
// What a function written in Python says; since 3.13 with the keyword that may have been meant.
Ref raise_unknown_keyword(std::string_view function, std::string_view keyword,
                          const std::vector<std::string_view>& known);
// A special method of the program's gave something else than it must: what 3.15 says in one way
// ("Hello.__str__() must return a str, not int") each had said in its own.
Ref must_return(Value self, std::string_view method, std::string_view what, Value given,
                std::initializer_list<std::string_view> before_3_15);
// "int() takes at most 2 arguments (3 given)", of a constructor.
Ref raise_too_many(std::string_view function, uint32_t most, uint32_t given);
void add_note_to_pending(std::string_view note);
Ref raise_stop_iteration(Value value);  // null or None: without a value
bool pending_is(const Type* type);
// The pending AttributeError, where it does not know them yet, learns what was looked up, so that
// its traceback can say what was meant. For every attribute look-up that fails.
void note_attribute(Value object, Str* name);

Ref new_exception(Type* type, std::string_view message);  // args = (message,), or () where empty
Ref new_exception_of(Type* type, Value argument);         // args = (argument,)
bool is_exception(Value value);                           // an instance of BaseException
bool is_exception_type(Value value);
std::string exception_text(
    const Exception* exception);  // str(exception) where that runs no Python code
void add_traceback(Exception* exception, Value frame, uint32_t offset);
void set_context(Exception* exception, Value context);  // breaks cycles, as CPython does

}  // namespace awaitscope
