#pragma once
// Exceptions as objects, tracebacks as text, warnings.

#include <string>

#include "engine/objects/objects.h"
#include "engine/objects/raise.h"

namespace awaitscope {

class Native;
class Vm;

// Who prints: the interpreter itself, at the end of the program, guesses what a misspelt name was
// meant to be; the traceback module, which asyncio's loop uses, does not.
enum class PrintedBy : uint8_t { Interpreter, TracebackModule };

// What CPython prints for an uncaught exception, with its causes and contexts, notes, and the tree
// of an exception group. Source lines come from `source_line`.
std::string format_exception(const Exception* exception, PrintedBy by = PrintedBy::Interpreter);
std::string format_exception_only(const Exception* exception);  // "ValueError: no"
// Only the entries of a traceback, as traceback.format_tb gives them.
std::string format_traceback(Value traceback);
// Asks the program for the str() of every exception that format_exception will print, where that
// runs Python code (a class with a __str__ of its own), and keeps the answers for it. Await it
// first. None.
Native prepare_exception_text(Ref exception);

// Lines for tracebacks and warnings of main.py, of the run that `vm` points to. It begins anew: no
// warning has been shown yet, no address asked for.
void set_program_source(std::string_view source);
std::string_view program_line(int line);  // stripped; empty where there is none
std::string_view whole_program_line(int line);
void forget_run(const Vm* run);  // frees what is kept for it

// "main.py:12: RuntimeWarning: coroutine 'f' was never awaited\n  f()\n" on standard error, once
// per place and text as CPython's default filter has it. line 0: "sys:1: ...".
void warn(Type* category, std::string_view message, int line);
// What the warnings module's filters say is to be done with such a warning; "once" and the like are
// told from what has been shown before.
enum class WarningAction : uint8_t { Ignore, Show, Raise };
WarningAction warning_action(Type* category, std::string_view message, int line);
// Warns of a text that the program has it compile, each time anew and without the line, which is
// in no file. Raise: that is left to the caller.
WarningAction warn_of_text(Type* category, std::string_view message, std::string_view file,
                           int line);
void forget_warnings();  // that any has been shown
// The line where the innermost Python frame of the program is; 0 at the end of the program;
// kLibraryLine inside what is written in Python in CPython's library.
inline constexpr int kLibraryLine = -1;
int current_line();

Ref new_exception_group(Type* type, std::string_view message, Value exceptions /* list or tuple */);
// except* TYPE of what is left of an exception: a tuple (those that match, the others), each a
// group or None; and at the end what the handlers have left and raised, as one exception or None.
Native split_for_handler(Ref exception, Ref type);
Native join_after_handlers(Ref original, Ref left);
void register_exceptions();

}  // namespace awaitscope
