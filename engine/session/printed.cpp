#include "engine/session/printed.h"

#include <algorithm>

namespace awaitscope {

std::vector<PrintedLine> printed_lines(const Reader& reader) {
  std::vector<PrintedLine> lines;
  for (const Reader::Piece& piece : reader.output(reader.steps() - 1)) {
    if (piece.error) continue;
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      if (lines.empty() || lines.back().ended) lines.push_back({{}, piece.step, piece.step, false});
      PrintedLine& line = lines.back();
      const size_t end = std::min(rest.find('\n'), rest.size());
      line.text += rest.substr(0, end);
      if (end > 0) line.step = piece.step;
      line.ended = end < rest.size();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return lines;
}

}  // namespace awaitscope
