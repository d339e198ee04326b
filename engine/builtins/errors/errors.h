#pragma once
// Exceptions as objects, tracebacks as text.

#include <optional>
#include <string>

#include "engine/objects/objects.h"
#include "engine/objects/raise.h"

namespace awaitscope {

class Native;

// Who prints: the interpreter itself, at the end of the program, guesses what a misspelt name was
// meant to be; the traceback module, which asyncio's loop uses, does so since 3.12, and since 3.13
// it is what the interpreter prints with. Of an exception that nobody will hear of, the interpreter
// still prints the traceback in 3.13 and 3.14, without carets.
enum class PrintedBy : uint8_t { Interpreter, TracebackModule, Unraisable };

// What CPython prints for an uncaught exception, with its causes and contexts, notes, and the tree
// of an exception group. Source lines come from `source_line`.
// `limit`: of each traceback so many entries, the last ones where it is negative.
std::string format_exception(const Exception* exception, PrintedBy by = PrintedBy::Interpreter,
                             std::optional<int64_t> limit = {});
std::string format_exception_only(const Exception* exception);  // "ValueError: no"
// Only the entries of a traceback, as traceback.format_tb gives them.
std::string format_traceback(Value traceback, PrintedBy by = PrintedBy::TracebackModule);
// Its entries for the traceback module, outermost first: a list of tuples (file, line, function,
// the lines that are shown of it, with carets; end line, column, end column).
Ref traceback_places(Value traceback);
// Asks the program for the str() of every exception that format_exception will print, where that
// runs Python code (a class with a __str__ of its own), and keeps the answers for it. Await it
// first. None.
Native prepare_exception_text(Ref exception);
// "Exception ignored in: ..." on standard error, since 3.14 "while calling deallocator ..." or what
// else was done with the object; leaves nothing pending. None.
Native report_unraisable(Ref exception, Ref object);
Native report_ignored(Ref exception, std::string_view doing, Ref object);
Native report_ignored_in(Ref exception, std::string_view where, Ref object);
Native write_unraisable(Ref hook_args);  // what sys.unraisablehook does by itself
// The exception that ends the program: sys.excepthook, and what that does by itself. The program's
// own one may leave with a SystemExit.
Native report_uncaught(Ref exception);
Native write_uncaught(Ref exception);
void register_hooks();

Ref new_exception_group(Type* type, std::string_view message, Value exceptions /* list or tuple */);
// except* TYPE of what is left of an exception: a tuple (those that match, the others), each a
// group or None; and at the end what the handlers have left and raised, as one exception or None.
Native split_for_handler(Ref exception, Ref type);
Native join_after_handlers(Ref original, Ref left);
extern Type* python_finalization_error;  // since 3.13
extern Type* import_cycle_error;         // since 3.15
void register_exceptions();

}  // namespace awaitscope
