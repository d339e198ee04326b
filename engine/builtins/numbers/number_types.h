#pragma once
// What the files of the types int, bool, float and complex share.

#include <string>
#include <vector>

#include "engine/machine/native.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"

namespace awaitscope {

// Text with the decimal digits of all scripts made ASCII, and spaces too; '?' for other characters.
std::string ascii_digits(std::string_view text);

void register_int_types();
void register_float_type();
void register_complex_type();
void register_numbers();  // all

}  // namespace awaitscope
