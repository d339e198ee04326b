// The programs of the lessons and what CPython says about them, kept among the conformance tests.
#pragma once

#include <cstdio>
#include <string>

#include "engine/lesson/lessons.h"

namespace awaitscope {

// "" if there is no such file.
inline std::string file_text(const std::string& path) {
  std::string text;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char buffer[4096];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
      text.append(buffer, n);
    }
    std::fclose(file);
  }
  return text;
}

// Ending ".py": the program. ".json": CPython's result, with a line for each event.
inline std::string lesson_file(const LessonInfo& lesson, const std::string& ending) {
  const std::string folder = lesson.is_listing() ? "listings/" : "programs/lessons/";
  return file_text(std::string(AWAITSCOPE_TESTS_DIR) + "/conformance/" + folder +
                   std::string(lesson.id) + ending);
}

// What CPython says of it in a version: the file of that version, or of the last before it that
// says something else.
inline std::string lesson_result(const LessonInfo& lesson, Version version) {
  for (auto each = kOfferedVersions.rbegin(); each != kOfferedVersions.rend(); ++each) {
    if (*each > version) continue;
    const std::string ending =
        *each == Version::V3_11 ? ".json" : "." + std::string(names_of(*each).minor) + ".json";
    if (std::string text = lesson_file(lesson, ending); !text.empty()) return text;
  }
  return "";
}

}  // namespace awaitscope
