#pragma once
// The names of characters, as \N{...} has them.

#include <cstdint>
#include <string_view>

namespace awaitscope {

// In letters of either case. 0: none of the names that are carried.
uint32_t character_named(std::string_view name);
// Empty: it has none that is carried.
std::string_view name_of_character(uint32_t code);

}  // namespace awaitscope
