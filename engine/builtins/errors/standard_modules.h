#pragma once
// The names of modules that Python or its users have, whether there is one here or not.

#include <string_view>
#include <vector>

namespace awaitscope {

std::vector<std::string_view> standard_modules();
bool is_standard_module(std::string_view name);
// The one that may have been meant; empty where none is near enough.
std::string_view nearest_standard_module(std::string_view name);

// Of a module that is known but not here, Python's or not: why, and what can stand in for it.
// Empty for all others.
std::string_view why_absent(std::string_view name);

}  // namespace awaitscope
