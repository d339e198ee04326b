#pragma once
// Format specifications: the language of format() and of f-strings behind the colon.
// Specified in: https://docs.python.org/3.11/library/string.html#format-specification-mini-language

#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

struct FormatSpec {
  std::string fill = " ";  // one code point
  char align = 0;          // < > = ^, or 0: as is usual for the type
  char sign = 0;           // + - space, or 0
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
void append_fill(std::string& out, const FormatSpec& spec, int64_t count);
// Text between fill characters, aligned (default_align where the specification says nothing).
std::string padded(std::string_view text, const FormatSpec& spec, char default_align);
// "Unknown format code 'x' for object of type 'int'"; false.
bool unknown_format_code(uint32_t code, std::string_view type_name);

}  // namespace awaitscope
