#include "ui/model/guess.h"

#include <algorithm>

namespace awaitscope {

void Guess::ask(const OutputLines& output, size_t lines_printed, uint64_t of_version) {
  if (printed == lines_printed && version == of_version) return;
  if (version != of_version) asked = right = 0;
  printed = lines_printed;
  version = of_version;
  choices.clear();
  const size_t count = output.lines.size();
  auto offer = [&](size_t i) {
    const std::string_view text = output.lines[i].text;
    if (!text.empty() && choices.size() < kMostLines &&
        std::find(choices.begin(), choices.end(), text) == choices.end())
      choices.push_back(text);
  };
  // What comes next, what comes later, and then what was there already.
  next = lines_printed;
  while (next < count && output.lines[next].text.empty()) ++next;
  for (size_t i = next; i < count; ++i) offer(i);
  for (size_t i = 0; i < lines_printed; ++i) offer(i);
  std::sort(choices.begin(), choices.end());
  choices.push_back({});
  answer = choices.size() - 1;
  if (next < count) {
    answer = size_t(std::find(choices.begin(), choices.end(), output.lines[next].text) -
                    choices.begin());
  }
}

}  // namespace awaitscope
