#include "engine/session/session.h"

#include <algorithm>

#include "engine/lesson/source.h"
#include "engine/run/run.h"

namespace awaitscope {

namespace {

// A step in words that another recording has too: the nth event of a kind at a place. Lines count
// from where the function begins, since a toggle moves what stands below it.
struct Place {
  EventKind kind = EventKind::Begin;
  std::string function;  // empty: no event of a frame
  int line = 0;
  size_t occurrence = 0;
};

enum class Exactness : uint8_t { Line, Function };

bool is_at(const Recording& recording, const Event& event, const Place& place, Exactness how) {
  if (event.kind() != place.kind) return false;
  if (place.function.empty()) return true;
  const Code& code = recording.code_of(event.subject);
  if (code.qualname != place.function) return false;
  return how == Exactness::Function ||
         recording.position(event).line - code.first_line == place.line;
}

Place place_of(const Recording& recording, size_t event) {
  const Event& e = recording[event];
  Place place{e.kind(), {}, 0, 0};
  if (is_of_frame(e.kind())) {
    const Code& code = recording.code_of(e.subject);
    place.function = code.qualname;
    place.line = recording.position(e).line - code.first_line;
  }
  for (size_t i = 0; i < event; ++i) {
    place.occurrence += is_at(recording, recording[i], place, Exactness::Line);
  }
  return place;
}

std::optional<size_t> find_place(const Recording& recording, const Place& place, Exactness how) {
  size_t left = place.occurrence;
  for (size_t i = 0; i < recording.size(); ++i) {
    if (is_at(recording, recording[i], place, how) && left-- == 0) return i;
  }
  return std::nullopt;
}

}  // namespace

// Whose program is shown.
enum class Author : uint8_t { Switches, Lesson, Somebody };

// What is shown, but for its run.
struct ShownProgram {
  Toggles toggles;
  Author author = Author::Switches;
  // The lesson that was shown last, built in or not; not once a switch has left it.
  std::shared_ptr<const Lesson> lesson;
  bool lesson_built_in = false;
  std::string lesson_markdown, lesson_key;  // of one that is not
  Version python = kDefaultVersion;
  std::string source;
};

struct Session::Impl : ShownProgram {
  Version chosen = kDefaultVersion;  // by somebody, where the program leaves the choice
  std::unique_ptr<Run> run;
  std::unique_ptr<Reader> reader;
  std::string message;
  std::vector<Injection> injections;
  bool source_changed = false;  // since the last run
  uint64_t version = 0;
  size_t step = 0;
  std::optional<BeforeSwitch> before;  // the switch that has been pressed and not been run
  std::optional<ShownProgram> own;  // somebody's, which this program has replaced
  std::optional<SwitchChange> switched;
  std::optional<Place> place;  // where somebody was in the last program that ran
  mutable std::optional<Moment> moment;
  mutable std::optional<Explanation> explanation;

  void go_to(size_t to) {
    switched.reset();
    step = std::min(to, reader->steps() - 1);
    moment.reset();
    explanation.reset();
  }

  void change_to(std::string text) {
    // A program that does not compile, as it is between two keys, has no place: the one before
    // counts.
    if (!source_changed && reader && !run->error())
      place = place_of(run->recording(), reader->event_of(step));
    source = std::move(text);
    before.reset();
    if (!source_changed) own.reset();  // of several changes before somebody looks, what they saw
    switched.reset();
    injections.clear();
    source_changed = true;
  }

  // To be called by whatever puts another program in the place of this one: what somebody wrote,
  // and has looked at, they may want back.
  std::optional<ShownProgram> own_program() const {
    if (source_changed || author != Author::Somebody) return std::nullopt;
    return *this;
  }
  void keep(std::optional<ShownProgram> replaced) {
    if (replaced && replaced->source != source) own = std::move(replaced);
  }

  // From its first step.
  void show_lesson(std::shared_ptr<const Lesson> shown, bool built_in) {
    std::optional<ShownProgram> replaced = own_program();
    run_under(shown->toggles ? chosen : shown->python_for(chosen));
    const bool another = lesson != shown;
    lesson = std::move(shown);
    lesson_built_in = built_in;
    if (lesson->toggles) {
      show_switches(lesson->toggles_for(python));
    } else {
      author = Author::Lesson;
      if (source != lesson->program) change_to(lesson->program);
    }
    keep(std::move(replaced));
    if (source_changed) {
      place.reset();
      return;
    }
    if (another) ++version;  // the same run, looked at by other words
    go_to(0);
  }

  void show_switches(const Toggles& shown) {
    if (author == Author::Switches && toggles == shown) return;
    toggles = shown;
    author = Author::Switches;
    change_to(source_of(toggles));
  }

  // As it was loaded: no switch has been pressed since.
  bool shows_lesson_of_switches() const {
    return author == Author::Switches && lesson && lesson->toggles &&
           toggles == lesson->toggles_for(python);
  }

  // What is changed in a lesson that ends with a repair is a change of that lesson, however
  // somebody came to it: its switches may have been pressed one by one.
  void keep_lesson_to_repair() {
    if (author != Author::Switches || (lesson && left_by_switches())) return;
    const LessonInfo* info = lesson_of(toggles);
    if (!info || !lesson_is_here(info->id)) return;
    const Lesson* found = find_lesson(info->id);
    if (!found || !found->repair) return;
    lesson = std::shared_ptr<const Lesson>(std::shared_ptr<void>(), found);
    lesson_built_in = true;
  }

  // A lesson of switches that ends with a repair, while they say something else.
  bool left_by_switches() const {
    if (author != Author::Switches || !lesson || !lesson->toggles || !lesson->repair) return false;
    Toggles same = toggles;
    same.set_loop(lesson->toggles->loop());
    return !(same == *lesson->toggles);
  }

  void run_under(Version version) {
    if (python == version) return;
    change_to(source);
    python = version;
  }

  // This, once a changed source has run: everything that is asked of the run goes through here.
  Impl& up_to_date() {
    if (source_changed) {
      source_changed = false;
      execute(kDefaultBudget);
      go_to(place ? step_of(*place) : 0);
      if (own)
        switched = change_by_replacing();
      else if (before && !run->error())
        switched = change_of(*before, source, toggles, *reader, run->recording());
      before.reset();
    }
    return *this;
  }

  void execute(uint64_t budget) {
    // Before the next begins, so that what the old one has left behind goes with it.
    reader.reset();
    run.reset();
    moment.reset();
    explanation.reset();
    RunOptions options;
    options.version = python;
    options.injections = injections;
    run = std::make_unique<Run>(source, options);
    run->go(budget);
    reader = std::make_unique<Reader>(run->recording());
    describe();
    ++version;
  }

  // Runs the same program again with other injections: steps before them are the same.
  void run_again() {
    execute(std::max<uint64_t>(kDefaultBudget, reader->event_of(step) + kDefaultBudget / 2));
    go_to(step);
  }

  size_t step_of(const Place& place) const {
    const Recording& recording = run->recording();
    auto event = find_place(recording, place, Exactness::Line);
    if (!event) event = find_place(recording, place, Exactness::Function);
    return event ? reader->step_of(*event) : 0;
  }

  void describe() {
    message = run->message();
    if (const SyntaxError* error = run->error()) {
      message = "Line " + std::to_string(error->line) + ": " + std::string(name_of(error->type)) +
                ": " + error->message;
    }
  }
};

Session::Session() : impl_(std::make_unique<Impl>()) {
  impl_->toggles = first_toggles();
  impl_->change_to(source_of(impl_->toggles));
}
Session::~Session() = default;

void Session::set(const Toggles& toggles) {
  std::optional<ShownProgram> replaced = impl_->own_program();
  impl_->run_under(impl_->chosen);
  impl_->show_switches(toggles);
  impl_->lesson.reset();
  impl_->keep(std::move(replaced));
}

bool Session::set(std::string_view toggle, std::string_view choice) {
  Toggles toggles = impl_->toggles;
  if (toggles.set(toggle, choice)) return false;
  if (by_switches() && toggles == impl_->toggles) return true;
  // Of several switches before somebody looks, as an address has them, nothing is said.
  std::optional<BeforeSwitch> before;
  std::optional<ShownProgram> replaced;
  if (!impl_->source_changed && impl_->reader) {
    if (by_switches())
      before =
          before_switch(impl_->source, impl_->toggles, *impl_->reader, impl_->run->recording());
    else
      replaced = *impl_;  // a lesson's, too: no switch leads back to it
    impl_->keep_lesson_to_repair();
  }
  if (impl_->lesson && impl_->lesson->toggles && !impl_->lesson->repair) impl_->lesson.reset();
  impl_->run_under(impl_->chosen);
  impl_->show_switches(toggles);
  impl_->before = std::move(before);
  impl_->keep(std::move(replaced));
  return true;
}

void Session::load(std::string_view source) {
  std::string text(source);
  if (!impl_->source_changed) impl_->keep_lesson_to_repair();
  if (impl_->lesson && !impl_->lesson->toggles && text == impl_->lesson->program)
    impl_->author = Author::Lesson;
  else
    impl_->author = text == source_of(impl_->toggles) ? Author::Switches : Author::Somebody;
  if (impl_->source != text) impl_->change_to(std::move(text));
}

void Session::replace(std::string_view source) {
  std::optional<ShownProgram> replaced = impl_->own_program();
  load(source);
  impl_->keep(std::move(replaced));
}

void Session::bring_back() {
  if (!switched() || !switched()->replaced) return;
  ShownProgram own = *impl_->own;
  impl_->change_to(own.source);
  static_cast<ShownProgram&>(*impl_) = std::move(own);
}

bool Session::load_lesson(std::string_view id) {
  const Lesson* lesson = find_lesson(id);
  if (!lesson) return false;
  impl_->show_lesson(std::shared_ptr<const Lesson>(std::shared_ptr<void>(), lesson), true);
  return true;
}

std::optional<LessonError> Session::load_lesson_text(std::string_view markdown,
                                                     std::string_view name, std::string_view key) {
  ParsedLesson parsed = parse_lesson(markdown, name);
  if (parsed.error) return std::move(parsed.error);
  Lesson& lesson = parsed.lesson;
  // One that shows the program of switches is still a lesson of its own.
  if (lesson.toggles) {
    lesson.program = lesson.source();
    if (lesson.pythons.empty() && newest_that_runs(*lesson.toggles) < kDefaultVersion)
      lesson.pythons = {newest_that_runs(*lesson.toggles)};
  }
  lesson.toggles.reset();
  impl_->show_lesson(std::make_shared<const Lesson>(std::move(lesson)), false);
  impl_->lesson_markdown = markdown;
  impl_->lesson_key = key;
  return {};
}

Version Session::python() const { return impl_->python; }
void Session::set_python(Version version) {
  const bool shows_lesson = impl_->shows_lesson_of_switches();
  impl_->chosen = version;
  impl_->run_under(version);
  if (shows_lesson) impl_->show_switches(impl_->lesson->toggles_for(version));
}

void Session::choose_python(Version version) {
  const bool ran = python() <= newest_that_runs(toggles());
  set_python(version);
  if (!by_switches() || !ran || version <= newest_that_runs(toggles()) || !lesson_of(toggles()))
    return;
  Toggles shown = toggles();
  shown.set_loop(LoopChoice::asyncio_run);
  impl_->show_switches(shown);
}

const Toggles& Session::toggles() const { return impl_->toggles; }
bool Session::by_switches() const { return impl_->author == Author::Switches; }
bool Session::edited() const { return impl_->author == Author::Somebody; }
const std::string& Session::source() const { return impl_->source; }
std::string_view Session::lesson() const {
  switch (impl_->author) {
    case Author::Lesson: return impl_->lesson->id;
    case Author::Somebody: return {};
    case Author::Switches: break;
  }
  const LessonInfo* lesson = impl_->left_by_switches() ? nullptr : lesson_of(impl_->toggles);
  return lesson ? lesson->id : std::string_view();
}

const Lesson* Session::shown_lesson() const {
  return impl_->author == Author::Lesson ? impl_->lesson.get() : find_lesson(lesson());
}

bool Session::built_in() const {
  return impl_->author == Author::Lesson ? impl_->lesson_built_in : !lesson().empty();
}

bool Session::built_in(const Lesson& lesson) const {
  return impl_->lesson_built_in || &lesson != impl_->lesson.get();
}

std::string_view Session::key_of(const Lesson& lesson) const {
  return built_in(lesson) ? lesson.id : impl_->lesson_key;
}

std::string_view Session::lesson_markdown() const {
  if (impl_->author != Author::Lesson && !left_lesson()) return lesson_file_text(lesson());
  return impl_->lesson_built_in ? lesson_file_text(impl_->lesson->id) : impl_->lesson_markdown;
}

const Lesson* Session::left_lesson() const {
  const Lesson* lesson = impl_->lesson.get();
  if (!lesson || impl_->author == Author::Lesson) return nullptr;
  if (!lesson->toggles || impl_->left_by_switches()) return lesson;
  // The switches lead back to their own, but for one whose program is to be changed.
  return lesson->repair && edited() ? lesson : nullptr;
}

void Session::back_to_lesson() {
  if (left_lesson()) impl_->show_lesson(impl_->lesson, impl_->lesson_built_in);
}

const SwitchChange* Session::switched() const {
  const Impl& impl = impl_->up_to_date();
  return impl.switched ? &*impl.switched : nullptr;
}

RunState Session::run_state() const { return impl_->up_to_date().run->state(); }
int Session::exit_status() const { return impl_->up_to_date().run->exit_status(); }
const std::string& Session::message() const { return impl_->up_to_date().message; }
const SyntaxError* Session::error() const { return impl_->up_to_date().run->error(); }
const Recording& Session::recording() const { return impl_->up_to_date().run->recording(); }
const Reader& Session::reader() const { return *impl_->up_to_date().reader; }
uint64_t Session::version() const { return impl_->up_to_date().version; }

std::string Session::inject(uint32_t task, std::string_view exception) {
  size_t step = impl_->up_to_date().step;
  if (recording()[reader().event_of(step)].kind() == EventKind::End && step > 0) --step;
  const auto event = uint32_t(reader().event_of(step));
  std::vector<Injection> before = impl_->injections;
  std::erase_if(impl_->injections, [&](const Injection& i) { return i.event > event; });
  impl_->injections.push_back({event, task, std::string(exception)});
  impl_->run_again();
  std::string problem(impl_->run->injection_problem());
  if (!problem.empty()) {
    impl_->injections = std::move(before);
    impl_->run_again();
  }
  return problem;
}

void Session::take_back_injection() {
  if (impl_->injections.empty()) return;
  impl_->injections.pop_back();
  impl_->run_again();
}

const std::vector<Injection>& Session::injections() const { return impl_->injections; }

bool Session::run_further() {
  if (run_state() != RunState::Paused) return false;
  impl_->run->go(kDefaultBudget);
  impl_->reader->extend();
  impl_->describe();
  ++impl_->version;
  impl_->go_to(impl_->step);
  return true;
}

size_t Session::step() const { return impl_->up_to_date().step; }
size_t Session::steps() const { return impl_->up_to_date().reader->steps(); }
void Session::seek(size_t step) {
  Impl& impl = impl_->up_to_date();
  if (std::min(step, steps() - 1) != impl.step) impl.go_to(step);
}

const Moment& Session::moment() const {
  Impl& impl = impl_->up_to_date();
  if (!impl.moment) impl.moment = impl.reader->moment(impl.step);
  return *impl.moment;
}

const Explanation& Session::explanation() const {
  Impl& impl = impl_->up_to_date();
  if (!impl.explanation) impl.explanation = explain(reader(), recording(), impl.step);
  return *impl.explanation;
}

}  // namespace awaitscope
