#pragma once
// The program's source lines, and warnings, which show them.

#include <string>
#include <string_view>

#include "engine/objects/types.h"

namespace awaitscope {

// Lines for tracebacks and warnings of main.py.
void set_program_source(std::string_view source);
std::string_view program_line(int line);  // stripped; empty where there is none
std::string_view whole_program_line(int line);

// "main.py:12: RuntimeWarning: coroutine 'f' was never awaited\n  f()\n" on standard error, once
// per place and text as CPython's default filter has it. line 0: "sys:1: ...".
void warn(Type* category, std::string_view message, int line);
// The same of the line that runs: of the program, of what exec() was given ("<string>:2: ...",
// without the line's text), or kLibraryLine in what is written in Python in CPython's library.
// False: the filters make an error of it, which is left to the caller.
bool warn_here(Type* category, std::string_view message);
inline constexpr int kLibraryLine = -1;
// What the warnings module's filters say is to be done with such a warning; "once" and the like are
// told from what has been shown before.
enum class WarningAction : uint8_t { Ignore, Show, Raise };
WarningAction warning_action(Type* category, std::string_view message, int line);
// Warns of a text that the program has it compile, each time anew and without the line, which is
// in no file. Raise: that is left to the caller.
WarningAction warn_of_text(Type* category, std::string_view message, std::string_view file,
                           int line);
// Warns of what the line that runs does; false: the filters make an error of it, which is pending.
bool warn_of_use(Type* category, std::string_view message);
void register_warnings();
void forget_warnings();  // that any has been shown
// Where the program is: a tuple of (file, line, function) of each frame, the innermost first and so
// many at most, as cr_origin and asyncio's debug mode keep it. What is the library's own counts.
Ref places_now(size_t most, bool only_counted = false);
inline constexpr std::string_view kLibraryFile = "<library>";
// The program's own among them as a traceback has them, the innermost last.
std::string written_places(Value places);

}  // namespace awaitscope
