#pragma once
// From bytes to the text that the lexer reads. Internal to the syntax layer.
//
// The text is UTF-8 without a byte order mark, with "\n" line ends only, and ends with one.

#include <optional>
#include <string_view>

#include "engine/syntax/arena.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

struct Source {
  std::string_view text;  // in the arena
  std::optional<SyntaxError> error;
};

Source prepare_source(std::string_view source, Arena& arena);

// Whether it is right, or only lacks what could follow it.
bool could_become_right(std::string_view source, Version version);

// Line `line` (from 1) of a prepared text, without its end.
std::string_view line_of(std::string_view text, int line);

}  // namespace awaitscope
