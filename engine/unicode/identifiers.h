#pragma once
// What Unicode says about the characters of source text: which make up identifiers (PEP 3131), and
// which may stand in a text as they are. Unicode 14, as CPython 3.11 has.

#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

// Reads one character from UTF-8 that is known to be well formed; advances `at`.
uint32_t decode_utf8(std::string_view text, size_t& at);
void append_utf8(std::string& out, uint32_t code_point);  // surrogates become three bytes

bool is_identifier_start(uint32_t code_point);
bool is_identifier_part(uint32_t code_point);
bool is_printable(uint32_t code_point);

}  // namespace awaitscope
