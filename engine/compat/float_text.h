#pragma once
// Floats as decimal text and rounded, as Python has it. (std::to_chars for double is not everywhere
// yet.) What is written most, few digits, is done here with integers; everything else by printf and
// strtod, which are far larger.

#include <string>

namespace awaitscope {

// float.__repr__: the fewest digits that read back as the value; "inf", "-inf", "nan".
std::string float_repr(double value);
char* write_float_repr(double value, char (&to)[32]);  // the same; returns the end

// With at most 6 digits, as printf's %.6g: "0.5", "3", "1e+06".
std::string six_digits(double value);

// To 6 digits after the point, as the decimal number that the value is exactly: what a time is
// shown as.
double round_to_6_digits(double value);

}  // namespace awaitscope
