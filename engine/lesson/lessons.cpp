#include "engine/lesson/lessons.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/compat/deferred_data.h"
#include "engine/lesson/embedded_lessons.h"
#include "engine/lesson/first_lessons.h"
#include "engine/lesson/lesson_text.h"
#include "engine/lesson/source.h"

namespace awaitscope {

namespace {

std::vector<LessonInfo> read_index() {
  std::vector<LessonInfo> index;
  for (const EmbeddedLesson* each = kEmbeddedLessons; each->id; ++each) {
    LessonInfo info{each->id, each->title, each->chapter, each->question, {}};
    if (each->switches) {
      Toggles toggles;
      if (!toggles_from_address(each->switches, toggles)) info.toggles = toggles;
    }
    index.push_back(info);
  }
  return index;
}

// Its place in the index, or how many there are.
size_t place_of(std::string_view id) {
  const auto all = lessons();
  return size_t(std::find_if(all.begin(), all.end(), [&](auto& info) { return info.id == id; }) -
                all.begin());
}

}  // namespace

std::string Lesson::source() const { return toggles ? source_of(*toggles) : program; }

Version Lesson::python_for(Version chosen) const {
  if (toggles) chosen = std::min(chosen, newest_that_runs(*toggles));
  if (pythons.empty()) return chosen;
  Version fit = pythons.front();
  for (Version version : pythons) {
    if (version <= chosen) fit = version;
  }
  return fit;
}

Toggles Lesson::toggles_for(Version python) const {
  Toggles shown = toggles.value_or(Toggles());
  if (python > newest_that_runs(shown)) shown.set_loop(LoopChoice::asyncio_run);
  return shown;
}

bool LessonInfo::is_listing() const { return chapter == kArticleChapter; }

std::span<const LessonInfo> lessons() {
  static const std::vector<LessonInfo> index = read_index();
  return index;
}

std::string_view lesson_file_text(std::string_view id) {
  const size_t place = place_of(id);
  if (place == lessons().size()) return {};
  need_deferred_data();
  return kEmbeddedLessons[place].text;
}

bool lesson_is_here(std::string_view id) {
  const size_t place = place_of(id);
  return place == lessons().size() || deferred_data_here() ||
         std::count(std::begin(kFirstLessons), std::end(kFirstLessons), id) > 0;
}

const Lesson* find_lesson(std::string_view id) {
  static std::vector<std::unique_ptr<const Lesson>> read(lessons().size());
  const size_t place = place_of(id);
  if (place == lessons().size()) return nullptr;
  if (!read[place]) {
    if (std::optional<Lesson> first = first_lesson(lessons()[place])) {
      read[place] = std::make_unique<const Lesson>(std::move(*first));
      return read[place].get();
    }
    ParsedLesson parsed = parse_lesson(lesson_file_text(id), id);
    if (parsed.error) return nullptr;  // the tests read them all
    read[place] = std::make_unique<const Lesson>(std::move(parsed.lesson));
  }
  return read[place].get();
}

const LessonInfo* lesson_of(const Toggles& toggles) {
  for (const LessonInfo& lesson : lessons()) {
    if (!lesson.toggles) continue;
    Toggles same = toggles;
    same.set_loop(lesson.toggles->loop());
    if (*lesson.toggles == same) return &lesson;
  }
  return nullptr;
}

Toggles first_toggles() {
  Toggles toggles;  // of the first lesson, whose switches are all as they are at first
  toggles.set_loop(LoopChoice::asyncio_run);
  return toggles;
}

}  // namespace awaitscope
