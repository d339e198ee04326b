#pragma once
// Floats in the styles of printf and of Python's format(). Not for other layers.

#include <string>

namespace awaitscope {

struct DoubleStyle {
  char code = 'r';         // e f g as in printf (lower case); r: the shortest that reads back
  int precision = 6;       // not of r
  bool alternate = false;  // keeps the point, and the zeros of g
  bool add_dot_0 = false;  // ".0" where it would look like an integer
};

// With a '-' where it is negative; "inf" and "nan" in any style.
std::string format_double(double value, const DoubleStyle& style);

}  // namespace awaitscope
