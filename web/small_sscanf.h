// The conversions that ImGui's OpenGL back end has sscanf do, "#version %d" and "%d.%d", which it
// is compiled with: the C library's brings all others along, into a first visit.
#pragma once

#include <stdio.h>

// The number of ints that were found, in the places that %d has in `format`.
template <typename... Ints>
inline int small_sscanf(const char* text, const char* format, Ints*... ints) {
  int* const all[] = {ints...};
  int found = 0;
  for (; *format; ++format) {
    if (*format != '%') {
      if (*text++ != *format) break;
      continue;
    }
    if (*text < '0' || *text > '9') break;
    ++format;  // the d
    for (all[found][0] = 0; *text >= '0' && *text <= '9'; ++text)
      all[found][0] = all[found][0] * 10 + (*text - '0');
    ++found;
  }
  return found;
}

#define sscanf small_sscanf
