#pragma once
// What is wrong with a text that the parser has refused. Internal to the syntax layer.

#include <string_view>

#include "engine/syntax/lexer.h"
#include "engine/syntax/parser.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

// `statement`: index of the first token of the outermost statement that is wrong.
SyntaxError diagnose(std::string_view text, const LexResult& lexed, size_t statement,
                     size_t failed_at, FailReason reason);

}  // namespace awaitscope
