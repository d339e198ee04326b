#pragma once
// The line of carets under a source line of a traceback, as CPython 3.11's traceback module has it.

#include <string>
#include <string_view>

#include "engine/syntax/ast.h"

namespace awaitscope {

// "~~^~~", indented to where it belongs under the stripped line; empty where the instruction takes
// up the whole line. `line` is the source line as it is, without its line break.
std::string caret_line(std::string_view line, const ast::Position& position);

}  // namespace awaitscope
