#pragma once
// "Did you mean 'for'?": what traceback.py finds since 3.14 when it prints a SyntaxError.

#include <optional>
#include <string_view>

#include "engine/syntax/syntax.h"

namespace awaitscope {

// The error as it is printed, where a keyword in place of a name would do away with it: a name on
// its line in a file, any from its statement on in what compile() was given.
std::optional<SyntaxError> misspelled_keyword(const SyntaxError& error, std::string_view source,
                                              Version version, bool in_file);

}  // namespace awaitscope
