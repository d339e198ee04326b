#pragma once
// "Did you mean 'for'?": what traceback.py finds since 3.14 when it prints a SyntaxError. Internal
// to the syntax layer.

#include <optional>
#include <string_view>

#include "engine/syntax/syntax.h"

namespace awaitscope {

// The error as it is printed, where a keyword in place of a name on its line would do away with it.
std::optional<SyntaxError> misspelled_keyword(const SyntaxError& error, std::string_view source,
                                              Version version);

}  // namespace awaitscope
