#pragma once
// The names of the modules of Python's standard library, whether there is one here or not.

#include <string_view>

namespace awaitscope {

bool is_standard_module(std::string_view name);
// The one that may have been meant; empty where none is near enough.
std::string_view nearest_standard_module(std::string_view name);

}  // namespace awaitscope
