#pragma once
// Exceptions as objects, tracebacks as text, warnings.

#include <string>

#include "engine/runtime/objects.h"
#include "engine/runtime/raise.h"

namespace awaitscope {

// What CPython prints for an uncaught exception, with its causes and contexts, notes, and the tree of
// an exception group. Source lines come from `source_line`. No lines of carets (they are dropped by
// what compares; they are CPython's, not the program's).
std::string format_exception(const Exception* exception);
std::string format_exception_only(const Exception* exception);  // "ValueError: no"
void set_program_source(std::string_view source);   // lines for tracebacks and warnings of main.py
std::string_view program_line(int line);            // stripped; empty where there is none

// "main.py:12: RuntimeWarning: coroutine 'f' was never awaited\n  f()\n" on standard error, once per
// place and text as CPython's default filter has it. line 0: "sys:1: ...".
void warn(Type* category, std::string_view message, int line);
// The line where the innermost Python frame of the program is; 0 at the end of the program.
int current_line();

Ref new_exception_group(Type* type, std::string_view message, Value exceptions /* list or tuple */);

void register_exceptions();

}  // namespace awaitscope
