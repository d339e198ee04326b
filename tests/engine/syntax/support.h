#pragma once
// What the tests of the syntax layer share.

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/syntax.h"

namespace awaitscope {

// What holds for every version is tried with the oldest.
inline Parsed parse(std::string_view source) { return parse(source, Version::V3_11); }
inline std::vector<Token> tokens_for_highlighting(std::string_view source) {
  return tokens_for_highlighting(source, Version::V3_11);
}

enum class Missing : uint8_t { IsWrong, IsEmpty };
inline std::string read_test_file(const std::string& name, Missing missing = Missing::IsWrong) {
  std::string path = std::string(AWAITSCOPE_TESTS_DIR "/engine/syntax/") + name;
  std::string text;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file && missing == Missing::IsEmpty) return text;
  REQUIRE_MESSAGE(file, path);
  char block[4096];
  for (size_t count; (count = std::fread(block, 1, sizeof block, file)) > 0;) {
    text.append(block, count);
  }
  std::fclose(file);
  return text;
}

// NAME.txt has what the oldest version says, NAME.3.14.txt what that says otherwise, and so on.
inline std::string expected_file(const std::string& name, Version version) {
  if (version == kOfferedVersions.front()) return name + ".txt";
  return name + "." + std::string(names_of(version).minor) + ".txt";
}

inline std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t end; (end = text.find(separator)) != std::string_view::npos;) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

// As tests/engine/syntax/make_expected.py writes an error.
inline std::string described(const Parsed& parsed) {
  if (!parsed.error) return "right";
  const SyntaxError& error = *parsed.error;
  constexpr const char* kTypes[] = {"SyntaxError", "IndentationError", "TabError", "SyntaxWarning",
                                    "DeprecationWarning"};
  return std::string(kTypes[static_cast<int>(error.type)]) + "\t" + error.message + "\t" +
         std::to_string(error.line) + "\t" + std::to_string(error.offset) + "\t" +
         std::to_string(error.end_line) + "\t" + std::to_string(error.end_offset);
}

inline std::string repeated(std::string_view text, size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace awaitscope
