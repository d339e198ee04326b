#include "ui/model/output_lines.h"

namespace awaitscope {

std::string_view OutputLine::at(size_t step) const {
  size_t end = 0;
  for (const Part& part : parts) {
    if (part.step > step) break;
    end = part.end;
  }
  return std::string_view(text).substr(0, end);
}

void OutputLines::assign(const std::vector<Reader::Piece>& pieces) {
  lines.clear();
  columns_ = 0;
  bool open = false;
  for (const Reader::Piece& piece : pieces) {
    std::string_view rest = piece.text;
    if (open && lines.back().error != piece.error && !rest.empty()) open = false;
    while (!rest.empty()) {
      const size_t found = rest.find('\n');
      const bool ends = found != std::string_view::npos;
      if (!open) {
        lines.emplace_back();
        lines.back().error = piece.error;
        lines.back().step = piece.step;
      }
      OutputLine& line = lines.back();
      line.text += rest.substr(0, found);
      line.parts.push_back({piece.step, line.text.size()});
      open = !ends;
      if (!ends) break;
      rest.remove_prefix(found + 1);
    }
  }
}

void OutputLines::break_after(uint32_t columns) {
  columns = columns > 8 ? columns : 8;
  if (columns == columns_) return;
  columns_ = columns;
  first_row.assign(1, 0);
  for (const OutputLine& line : lines) {
    uint32_t characters = 0;
    for (const char c : line.text) characters += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    first_row.push_back(first_row.back() +
                        (characters == 0 ? 1 : (characters + columns - 1) / columns));
  }
}

size_t OutputLines::count_at(size_t step) const {
  size_t low = 0, high = lines.size();
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (lines[middle].step <= step)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

}  // namespace awaitscope
