#pragma once
// What Unicode says about characters, as Python's str methods ask it. Unicode 14, as CPython 3.11
// has.

#include <cstdint>
#include <string>

namespace awaitscope::unicode {

bool is_printable(uint32_t code);
bool is_alpha(uint32_t code);
bool is_lower(uint32_t code);
bool is_upper(uint32_t code);
bool is_title(uint32_t code);
bool is_space(uint32_t code);
bool is_cased(uint32_t code);
bool is_case_ignorable(uint32_t code);
bool is_decimal(uint32_t code);
bool is_digit(uint32_t code);
bool is_numeric(uint32_t code);
bool is_wide(uint32_t code);       // takes the room of two where each character takes the same
int decimal_value(uint32_t code);  // -1 where it is none

// What a character becomes, which may be several.
void append_lower(std::string& out, uint32_t code);
void append_upper(std::string& out, uint32_t code);
void append_title(std::string& out, uint32_t code);
void append_folded(std::string& out, uint32_t code);

}  // namespace awaitscope::unicode
