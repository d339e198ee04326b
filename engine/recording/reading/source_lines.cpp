#include "engine/recording/reading/source_lines.h"

#include <algorithm>

namespace awaitscope {

std::vector<std::string_view> lines_of(std::string_view source) {
  std::vector<std::string_view> lines;
  while (!source.empty()) {
    const size_t length = std::min(source.find('\n'), source.size());
    lines.push_back(source.substr(0, length));
    source.remove_prefix(std::min(length + 1, source.size()));
  }
  return lines;
}

std::string_view without_indentation(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace awaitscope
