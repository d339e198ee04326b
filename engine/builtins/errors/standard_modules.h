#pragma once
// The names of modules that Python or its users have, whether there is one here or not.

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

std::vector<std::string_view> standard_modules();
bool is_standard_module(std::string_view name);
// The one that 3.15 says may have been meant, in the same package for "asyncio.taks"; empty where
// none is near enough.
std::string nearest_standard_module(std::string_view name);

// Of a module that is known but not here, Python's or not: why, and what can stand in for it.
// Empty for all others.
std::string_view why_absent(std::string_view name);

}  // namespace awaitscope
