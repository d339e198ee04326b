#include "engine/unicode/character_names.h"

#include <string>

#include "engine/compat/deferred_data.h"

namespace awaitscope {

// Made by character_names.py, which says how it is to be read.
AWAITSCOPE_DEFERRED static const char kNames[] =
#include "engine/unicode/character_names.inc"
    ;

// Hands over each name until `use` gives true.
template <class Use>
static void each_name(Use use) {
  need_deferred_data();
  uint32_t code = 0;
  std::string_view rest = kNames;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    if (line[0] == '@') {
      code = 0;
      for (char digit : line.substr(1))
        code = code * 16 + uint32_t(digit <= '9' ? digit - '0' : digit - 'A' + 10);
      continue;
    }
    if (use(code, line)) return;
    ++code;
  }
}

uint32_t character_named(std::string_view given) {
  std::string name(given);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = char(c - 0x20);
  }
  uint32_t code = 0;
  each_name([&](uint32_t each, std::string_view line) { return line == name && (code = each); });
  return code;
}

std::string_view name_of_character(uint32_t code) {
  std::string_view name;
  each_name([&](uint32_t each, std::string_view line) {
    if (each == code) name = line;
    return each == code;
  });
  return name;
}

}  // namespace awaitscope
