#pragma once
// The source lines of an entry of a traceback and the carets under them, as CPython's traceback
// module has them.

#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/ast.h"

namespace awaitscope {

// Until 3.12: "~~^~~", indented to where it belongs under the stripped line; empty where the
// instruction takes up the whole line. `line` is the source line as it is, without its line break.
std::string caret_line(std::string_view line, const ast::Position& position);

// Since 3.13: all lines of the instruction, those in the midst of many left out, without what they
// are all indented by, each followed by its carets if it has any. Empty where there is no source.
std::vector<std::string> marked_lines(const ast::Position& position);

}  // namespace awaitscope
