#include "ui/model/progress.h"

#include <algorithm>

namespace awaitscope {

bool Progress::mark(std::string_view lesson) {
  if (lesson.empty() || done(lesson)) return false;
  done_.emplace(lesson);
  return true;
}

std::string Progress::text() const {
  std::string text;
  for (const std::string& lesson : done_) {
    if (!text.empty()) text += ',';
    text += lesson;
  }
  return text;
}

void Progress::read(std::string_view text) {
  done_.clear();
  while (!text.empty()) {
    const std::string_view lesson = text.substr(0, text.find(','));
    text.remove_prefix(std::min(lesson.size() + 1, text.size()));
    mark(lesson);
  }
}

}  // namespace awaitscope
