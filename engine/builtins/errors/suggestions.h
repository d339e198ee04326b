#pragma once
// "Did you mean: 'print'?", as CPython guesses it.

#include <string>
#include <string_view>
#include <vector>

#include "engine/objects/objects.h"
#include "engine/unicode/nearest_name.h"

namespace awaitscope {

// What CPython adds to the message of an uncaught NameError, AttributeError or, since 3.12,
// ImportError; mostly nothing.
std::string suggestion_for(const Exception* exception);
// dir(value), as far as that runs no Python code: sorted, without duplicates.
std::vector<std::string_view> attribute_names(Value value);

}  // namespace awaitscope
