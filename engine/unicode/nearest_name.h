#pragma once
// Which name somebody may have meant, as CPython guesses it.

#include <string_view>
#include <vector>

namespace awaitscope {

// The candidate that is nearest to a name; empty where none is near enough.
std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates);

}  // namespace awaitscope
