#include "engine/unicode/character_names.h"

#include <string>

#include "engine/compat/deferred_data.h"

namespace awaitscope {

// Made by character_names.py, which says how it is to be read.
AWAITSCOPE_DEFERRED static const char kNames[] =
#include "engine/unicode/character_names.inc"
    ;

uint32_t character_named(std::string_view given) {
  need_deferred_data();
  std::string name(given);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = char(c - 0x20);
  }
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
    if (line == name) return code;
    ++code;
  }
  return 0;
}

}  // namespace awaitscope
