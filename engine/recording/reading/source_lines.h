#pragma once
// The lines of a program's source, for what shows them.

#include <string_view>
#include <vector>

namespace awaitscope {

// Without their line breaks; what is after the last one is a line only if it is not empty.
std::vector<std::string_view> lines_of(std::string_view source);
// Without the blanks around it.
std::string_view without_indentation(std::string_view line);

}  // namespace awaitscope
