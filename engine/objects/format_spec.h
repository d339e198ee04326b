#pragma once
// Format specifications: the language of format() and of f-strings behind the colon.
// Specified in: https://docs.python.org/3.11/library/string.html#format-specification-mini-language

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/objects/value.h"

namespace awaitscope {

struct FormatSpec {
  std::string_view fill = " ";  // one code point; of the text that was parsed
  char align = 0;               // < > = ^; '0': = for numbers; or 0: as is usual for the type
  char sign = 0;                // + - space, or 0
  bool alternate = false;
  bool coerce_zero = false;
  char grouping = 0;  // , or _
  int64_t width = -1, precision = -1;
  uint32_t type = 0;  // a code point
};

// False: ValueError pending. `type_name` is for its text.
bool parse_format_spec(std::string_view text, std::string_view type_name, FormatSpec& spec);

// Digits in groups of three or four, with zeros before them so that all is at least min_width wide.
std::string group_digits(std::string_view digits, char separator, int size, int64_t min_width);
// A str of so many code points with fill characters: < behind it, > before it, ^ on both sides of
// it, = between its head and the others.
Ref padded(std::string_view head, std::initializer_list<std::string_view> tail, size_t length,
           const FormatSpec& spec, char align);
// A float, or a part of another number of that name. add_dot_0: where nothing else is said it is
// recognizable as a float. Null: ValueError pending.
Ref format_double_value(double value, const FormatSpec& spec, std::string_view type_name,
                        bool add_dot_0 = true);
// "Unknown format code 'x' for object of type 'int'"; false.
bool unknown_format_code(uint32_t code, std::string_view type_name);

}  // namespace awaitscope
