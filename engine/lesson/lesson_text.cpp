#include "engine/lesson/lesson_text.h"

#include <algorithm>
#include <utility>

#include "engine/lesson/lesson_markup.h"
#include "engine/lesson/lesson_messages.h"

namespace awaitscope {

namespace {

using std::string_view;
using namespace lesson_messages;

constexpr PredictionKind kPredictions[] = {PredictionKind::PrintsNext, PredictionKind::RunsNext,
                                           PredictionKind::ReadyQueue, PredictionKind::EndsAt,
                                           PredictionKind::Fails};
constexpr string_view kEvents[] = {"start", "suspend", "resume", "return", "raise"};

enum class Section : uint8_t { Text, Stops, Answer, Check, Repair, ShownBy, Goal, Hints, Solution };

// What is being read: a paragraph, an item of a list, a choice. It ends where the next begins.
enum class Piece : uint8_t { None, Paragraph, Stop, Prediction, Choice, Goal, Hint };

// "3. words" or "3) words": the words.
std::optional<string_view> numbered(string_view line) {
  size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  if (digits == 0 || digits > 3 || digits + 1 >= line.size()) return {};
  if ((line[digits] != '.' && line[digits] != ')') || line[digits + 1] != ' ') return {};
  return trimmed(line.substr(digits + 2));
}

// "- words": the words.
std::optional<string_view> bulleted(string_view line) {
  if (line.size() < 3 || (line[0] != '-' && line[0] != '*') || line[1] != ' ') return {};
  return trimmed(line.substr(2));
}

// "[x] words": whether there is an x, and the words.
std::optional<std::pair<bool, string_view>> ticked(string_view words) {
  if (words.size() < 4 || words[0] != '[' || words[2] != ']') return {};
  if (words[1] != ' ' && words[1] != 'x' && words[1] != 'X') return {};
  return std::pair(words[1] != ' ', trimmed(words.substr(3)));
}

std::string lowered(string_view words) {
  std::string low(words);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  }
  return low;
}

// The first byte that is not UTF-8, or npos.
size_t not_utf8(string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead == 0 || (lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || i + size > text.size())
      return i;
    for (size_t k = 1; k < size; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return i;
    }
    i += size;
  }
  return text.npos;
}

class LessonReader {
 public:
  LessonReader(string_view text, string_view name) : text_(text) { lesson_.id = name; }

  ParsedLesson read() {
    read_all();
    if (error_) return {{}, error_};
    return {std::move(lesson_), {}};
  }

 private:
  // --- places and errors ---

  FilePlace place_of(string_view part) const {  // a part of the line
    return {int(number_), characters(line_.substr(0, size_t(part.data() - line_.data()))) + 1};
  }
  [[gnu::noinline]] void fail(FilePlace place, string_view message) {
    if (!error_) error_ = LessonError{place, std::string(message)};
  }
  [[gnu::noinline]] void fail(string_view part, string_view message) {
    fail(place_of(part), message);
  }
  bool fits(string_view text, FilePlace place) {
    if (text.size() > kMostTextBytes) fail(place, too_many("a text", kMostTextBytes, "bytes"));
    return !error_;
  }
  std::string shown(string_view text, FilePlace place) {
    return fits(text, place) ? as_shown(text) : std::string();
  }

  // --- lines ---

  bool next_line() {
    if (at_ >= text_.size()) return false;
    const size_t end = std::min(text_.find('\n', at_), text_.size());
    line_ = text_.substr(at_, end - at_);
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    at_ = end + 1;
    ++number_;
    return true;
  }

  void read_all() {
    if (text_.size() > kMostLessonBytes)
      return fail({1, 1}, too_many("a lesson", kMostLessonBytes, "bytes"));
    if (const size_t wrong = not_utf8(text_); wrong != text_.npos) {
      const string_view before = text_.substr(0, wrong);
      const size_t line = before.rfind('\n') + 1;
      return fail({int(std::count(before.begin(), before.end(), '\n')) + 1,
                   characters(before.substr(line)) + 1},
                  "this is not UTF-8");
    }
    if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
    read_front_matter();
    while (!error_ && next_line()) read_line();
    if (!error_) close();
    if (!error_) check_whole();
  }

  // --- front matter ---

  void read_front_matter() {
    if (!next_line() || trimmed(line_) != "---")
      return fail({1, 1}, "a lesson begins with a line `---`, then `title:` and `question:`");
    while (!error_) {
      if (!next_line()) return fail({1, 1}, "the front matter has no end: a second line `---`");
      const string_view line = trimmed(line_);
      if (line == "---") return;
      if (!line.empty() && line[0] != '#') read_key(line);
    }
  }

  void read_key(string_view line) {
    const size_t colon = line.find(':');
    if (colon == line.npos)
      return fail(line, "a line of the front matter is `name: value`, as in `title: Tea`");
    const string_view key = trimmed(line.substr(0, colon));
    const string_view written = trimmed(line.substr(colon + 1));
    const std::vector<string_view> keys = {"title",  "question", "chapter",
                                           "python", "switches", "id"};
    const size_t which = size_t(std::find(keys.begin(), keys.end(), key) - keys.begin());
    if (which == keys.size()) {
      return fail(line, unknown_key(key, keys));
    }
    if (seen_ >> which & 1) return fail(line, about_key(key, "is here twice"));
    seen_ |= 1u << which;
    if (written.empty()) return fail(line, about_key(key, "has no value"));
    const std::string value = unquoted(written);
    if (!fits(value, place_of(written))) return;
    switch (which) {
      case 0: lesson_.title = value; break;
      case 1: lesson_.question = value; break;
      case 2: lesson_.chapter = value; break;
      case 3: read_pythons(written, value); break;
      case 4: read_switches(written, value); break;
      default: read_id(written, value);
    }
  }

  static std::string unquoted(string_view written) {
    if (written.size() < 2 || written.front() != written.back() ||
        (written.front() != '"' && written.front() != '\''))
      return std::string(written);
    std::string value;
    const bool escapes = written.front() == '"';
    for (size_t i = 1; i + 1 < written.size(); ++i) {
      if (escapes && written[i] == '\\' && i + 2 < written.size()) ++i;
      value += written[i];
    }
    return value;
  }

  void read_pythons(string_view written, string_view value) {
    while (!value.empty()) {
      const size_t comma = std::min(value.find(','), value.size());
      const std::string_view minor = trimmed(value.substr(0, comma));
      value.remove_prefix(std::min(comma + 1, value.size()));
      const std::optional<Version> version = version_named(minor);
      if (!version) {
        return fail(written, unknown_python(minor));
      }
      lesson_.pythons.push_back(*version);
    }
    std::sort(lesson_.pythons.begin(), lesson_.pythons.end());
  }

  void read_switches(string_view written, string_view value) {
    Toggles toggles;
    if (auto wrong = toggles_from_address(value, toggles)) return fail(written, *wrong);
    lesson_.toggles = toggles;
  }

  void read_id(string_view written, string_view value) {
    for (char c : value) {
      const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (!good) return fail(written, "an id has only small letters, digits and hyphens");
    }
    if (value.size() > 60) return fail(written, "an id has at most 60 characters");
    lesson_.id = value;
  }

  // --- the lines after it ---

  void read_line() {
    const string_view line = trimmed(line_);
    if (line.empty()) {
      blank_ = true;
      return;
    }
    if (line.starts_with("<!--")) return skip_comment();
    if (line.starts_with("```")) return read_fence(line);
    if (line.starts_with("#")) return read_heading(line);
    switch (section_) {
      case Section::Text:
      case Section::Answer:
      case Section::Solution: return read_words(line);
      case Section::Repair: return read_words(line);
      case Section::Stops: return read_in_stops(line);
      case Section::Check: return read_in_check(line);
      case Section::ShownBy:
      case Section::Goal:
        if (const auto words = bulleted(line)) return open(Piece::Goal, *words);
        if (piece_ == Piece::Goal) return go_on(line);
        return fail(line, "goals are a list, as in `- done by: 1 s`");
      case Section::Hints:
        if (const auto words = numbered(line)) return open(Piece::Hint, *words);
        if (piece_ == Piece::Hint) return go_on(line);
        return fail(line, "hints are a list with numbers, as in `1. Look at line 4.`");
    }
  }

  void read_in_stops(string_view line) {
    if (const auto words = numbered(line)) return open(Piece::Stop, *words);
    if (lesson_.stops.empty() && piece_ != Piece::Stop)
      return fail(line, "stops are a list with numbers, as in ``1. start of `main`: ...``");
    if (read_prediction(line) || read_choice(line)) return;
    go_on(line);
  }

  void read_in_check(string_view line) {
    if (read_choice(line)) return;
    if (piece_ != Piece::None) return go_on(line);
    open(Piece::Paragraph, line);
  }

  bool read_prediction(string_view line) {
    for (string_view marker : {"**Predict:**", "Predict:"}) {
      if (!line.starts_with(marker)) continue;
      open(Piece::Prediction, trimmed(line.substr(marker.size())));
      return true;
    }
    return false;
  }

  bool read_choice(string_view line) {
    const auto words = bulleted(line);
    if (!words) return false;
    const auto choice = ticked(*words);
    if (!choice) {
      fail(line, "a choice is written `- [ ] **words** why not`, the right one with `[x]`");
      return true;
    }
    open(Piece::Choice, choice->second);
    right_ = choice->first;
    return true;
  }

  void read_words(string_view line) {
    if (piece_ == Piece::Paragraph) return go_on(line);
    open(Piece::Paragraph, line);
  }

  void skip_comment() {
    const size_t begin = number_;
    while (line_.find("-->") == line_.npos) {
      if (!next_line()) return fail({int(begin), 1}, "this comment has no end, `-->`");
    }
  }

  void read_heading(string_view line) {
    close();
    if (error_) return;
    size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    const string_view name = trimmed(line.substr(level));
    if (level == 1) return;  // a title for who reads the file
    static constexpr std::pair<string_view, Section> kSections[] = {
        {"Stops", Section::Stops},       {"Answer", Section::Answer},   {"Check", Section::Check},
        {"Repair", Section::Repair},     {"Goal", Section::Goal},       {"Hints", Section::Hints},
        {"Solution", Section::Solution}, {"Shown by", Section::ShownBy}};
    std::vector<string_view> names;
    for (const auto& [known, section] : kSections) {
      names.push_back(known);
      if (known != name) continue;
      const size_t wanted = section >= Section::ShownBy ? 3 : 2;
      if (level != wanted) {
        return fail(line, wrong_heading(wanted, name));
      }
      return enter(line, section);
    }
    fail(line, unknown_part(name, names));
  }

  void enter(string_view line, Section section) {
    const bool again = parts_ >> int(section) & 1;
    if (again && section != Section::Check && section != Section::ShownBy)
      return fail(line, "this part is here twice");
    if (section == Section::ShownBy && section_ != Section::Answer && section_ != Section::Check)
      return fail(line, "this part belongs below `## Answer` or `## Check`");
    if (section >= Section::Goal && !lesson_.repair)
      return fail(line, "this part belongs below `## Repair`");
    parts_ |= 1u << int(section);
    section_ = section;
    if (section == Section::Repair) {
      lesson_.repair.emplace();
      lesson_.repair->place = place_of(line);
    } else if (section == Section::Check) {
      if (lesson_.checks.size() == kMostChecks)
        return fail(line, too_many("a lesson", kMostChecks, "checks"));
      lesson_.checks.emplace_back();
      lesson_.checks.back().place = place_of(line);
    }
  }

  // A block of code: the program, or the solution.
  void read_fence(string_view line) {
    close();
    const FilePlace place = place_of(line);
    size_t ticks = 0;
    while (ticks < line.size() && line[ticks] == '`') ++ticks;
    const string_view language = trimmed(line.substr(ticks));
    const bool solution = section_ == Section::Solution;
    if (!solution && section_ != Section::Text)
      return fail(place, "the program belongs before the stops, a solution below `### Solution`");
    if (language != "python" && language != "py")
      return fail(place, "a block is a program here: ```python");
    std::string& to = solution ? lesson_.repair->solution : lesson_.program;
    if (!to.empty()) return fail(place, "this is a second program; one is enough");
    (solution ? lesson_.repair->solution_line : lesson_.program_line) = int(number_) + 1;
    const std::string fence(ticks, '`');
    while (next_line()) {
      if (trimmed(line_) == fence) {
        if (trimmed(to).empty()) fail(place, "the program is empty");
        return;
      }
      to += line_;
      to += '\n';
    }
    fail(place, "this block has no end: a line ```");
  }

  // --- pieces ---

  void open(Piece piece, string_view words) {
    close();
    piece_ = piece;
    piece_place_ = place_of(words);
    raw_ = words;
    blank_ = false;
  }

  void go_on(string_view line) {
    if (!raw_.empty()) raw_ += blank_ ? '\n' : ' ';
    blank_ = false;
    raw_ += line;
    if (raw_.size() > kMostTextBytes) fits(raw_, piece_place_);
  }

  void close() {
    const Piece piece = piece_;
    piece_ = Piece::None;
    blank_ = false;
    if (error_) return;
    switch (piece) {
      case Piece::None: return;
      case Piece::Paragraph: return add_paragraph();
      case Piece::Stop: return add_stop();
      case Piece::Prediction: return add_prediction();
      case Piece::Choice: return add_choice();
      case Piece::Goal: return add_goal();
      case Piece::Hint: return add_hint();
    }
  }

  // The piece as it is shown, paragraphs with a blank between.
  std::string whole(string_view part) {
    std::string text = shown(trimmed(part), piece_place_);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  void add_paragraph() {
    std::string& to = section_ == Section::Text       ? lesson_.text
                      : section_ == Section::Answer   ? lesson_.answer
                      : section_ == Section::Repair   ? lesson_.repair->text
                      : section_ == Section::Solution ? lesson_.repair->why
                                                      : lesson_.checks.back().question;
    if (!to.empty()) to += ' ';
    to += whole(raw_);
  }

  // "start of `main`": which event of which function.
  bool event_of(string_view words, std::string& event, std::string& function) {
    const size_t blank = words.find(' ');
    const string_view word = words.substr(0, blank);
    if (std::find(std::begin(kEvents), std::end(kEvents), word) == std::end(kEvents)) return false;
    if (blank == words.npos) return false;
    string_view rest = trimmed(words.substr(blank));
    if (!rest.starts_with("of ")) return false;
    rest = trimmed(rest.substr(3));
    string_view behind;
    if (const auto code = code_span(rest, behind)) {
      if (!trimmed(behind).empty()) return false;
      rest = trimmed(*code);
    }
    event = word;
    function = rest;
    return !rest.empty() && rest.find(' ') == rest.npos;
  }

  // Takes ", 2nd time" or ", 2 times" off the words. False where it is none.
  static bool take_times(string_view& words, int& times) {
    const size_t comma = find_outside_code(words, ',');
    if (comma == words.npos) return true;
    string_view tail = trimmed(words.substr(comma + 1));
    for (string_view ending : {"times", "time"}) {
      if (!tail.ends_with(ending)) continue;
      const auto number = ordinal(trimmed(tail.substr(0, tail.size() - ending.size())));
      if (!number || *number < 1 || *number > kMostOccurrences) return false;
      times = *number;
      words = trimmed(words.substr(0, comma));
      return true;
    }
    return false;
  }

  void add_stop() {
    const string_view raw = raw_;
    Stop stop;
    stop.place = piece_place_;
    const size_t colon = find_outside_code(raw, ':');
    if (colon == raw.npos || trimmed(raw.substr(colon + 1)).empty()) {
      return fail(
          piece_place_,
          "a stop is a moment, a colon, and what there is to see: ``start of `main`: ...``");
    }
    string_view head = trimmed(raw.substr(0, colon));
    if (!take_times(head, stop.occurrence))
      return fail(piece_place_, "how often is written `2nd time`, after a comma");
    if (!read_moment(head, stop)) {
      return fail(piece_place_, no_moment(head));
    }
    stop.note = whole(raw.substr(colon + 1));
    if (lesson_.stops.size() == kMostStops)
      return fail(piece_place_, too_many("a lesson", kMostStops, "stops"));
    lesson_.stops.push_back(std::move(stop));
  }

  bool read_moment(string_view head, Stop& stop) {
    string_view behind;
    if (event_of(head, stop.kind, stop.function)) return true;
    if (head.starts_with("line with ") || head.starts_with("print of ")) {
      const bool prints = head.starts_with("print");
      const auto code = code_span(trimmed(head.substr(prints ? 9 : 10)), behind);
      if (!code || !trimmed(behind).empty() || trimmed(*code).empty()) return false;
      stop.at = prints ? StopKind::Print : StopKind::LineWith;
      stop.code = *code;
      return true;
    }
    if (head.starts_with("line ")) {
      const string_view digits = trimmed(head.substr(5));
      const auto number = ordinal(digits);
      if (!number || *number < 1 || digits.find_first_not_of("0123456789") != digits.npos)
        return false;
      stop.at = StopKind::Line;
      stop.line = *number;
      return true;
    }
    return false;
  }

  void add_prediction() {
    Stop& stop = lesson_.stops.back();
    if (stop.prediction) return fail(piece_place_, "a stop has one prediction; here is a second");
    const string_view raw = raw_;
    const size_t end = std::min(raw.find('\n'), raw.size());
    const string_view head = trimmed(raw.substr(0, end));
    Prediction prediction;
    prediction.place = piece_place_;
    std::string plain = lowered(head);
    while (plain.ends_with('.') || plain.ends_with('?')) plain.pop_back();
    for (PredictionKind kind : kPredictions) {
      if (plain == words_of(kind)) prediction.kind = kind;
    }
    if (prediction.kind == PredictionKind::Own) {
      if (!head.ends_with('?')) {
        return fail(piece_place_, no_prediction(plain));
      }
      prediction.question = whole(head);
    }
    prediction.why = whole(raw.substr(end));
    stop.prediction = std::move(prediction);
  }

  void add_choice() {
    const string_view raw = raw_;
    const size_t end = raw.starts_with("**") ? raw.find("**", 2) : raw.npos;
    if (end == raw.npos || end == 2) {
      return fail(piece_place_,
                  "a choice begins with what is chosen, in bold: `- [ ] **One second.** Why not.`");
    }
    LessonChoice choice{whole(raw.substr(2, end - 2)), right_, whole(raw.substr(end + 2))};
    if (choice.why.empty())
      return fail(piece_place_, "after the choice, say why it is right, or why it is not");
    std::vector<LessonChoice>* to = choices();
    if (!to) return;
    if (to->size() == kMostChoices)
      return fail(piece_place_, too_many("a question", kMostChoices, "choices"));
    to->push_back(std::move(choice));
  }

  // Those of the question that is being read.
  std::vector<LessonChoice>* choices() {
    if (section_ == Section::Check) {
      if (!lesson_.checks.back().question.empty()) return &lesson_.checks.back().choices;
      fail(piece_place_, "the question comes before its choices");
      return nullptr;
    }
    Stop& stop = lesson_.stops.back();
    if (stop.prediction && stop.prediction->kind == PredictionKind::Own)
      return &stop.prediction->choices;
    fail(piece_place_, stop.prediction ? "the choices of this prediction follow from the run"
                                       : "choices belong to a question: `**Predict:** ...?`");
    return nullptr;
  }

  void add_hint() {
    if (lesson_.repair->hints.size() == kMostHints)
      return fail(piece_place_, too_many("a repair", kMostHints, "hints"));
    lesson_.repair->hints.push_back(whole(raw_));
  }

  void add_goal() {
    Goal goal;
    goal.place = piece_place_;
    std::string_view words = trimmed(raw_);
    while (words.ends_with('.')) words.remove_suffix(1);
    goal.words = as_shown(words);
    const size_t colon = find_outside_code(words, ':');
    const std::string key = lowered(trimmed(words.substr(0, colon)));
    string_view value = colon == words.npos ? string_view() : trimmed(words.substr(colon + 1));
    if (!read_goal(key, value, goal)) {
      return fail(piece_place_, no_goal(words, key));
    }
    const bool is_fact = section_ == Section::ShownBy;
    std::vector<Goal>& to = is_fact ? lesson_.facts : lesson_.repair->goals;
    const size_t most = is_fact ? kMostFacts : kMostGoals;
    if (to.size() == most) {
      return fail(piece_place_,
                  too_many(is_fact ? "a lesson" : "a repair", most, is_fact ? "facts" : "goals"));
    }
    to.push_back(std::move(goal));
  }

  bool read_goal(string_view key, string_view value, Goal& goal) {
    struct Plain {
      string_view key;
      GoalKind kind;
    };
    for (const Plain& plain :
         {Plain{"nothing pending", GoalKind::NothingPending},
          Plain{"no warning", GoalKind::NoWarning}, Plain{"no error", GoalKind::NoError},
          Plain{"never ends", GoalKind::NeverEnds}}) {
      goal.kind = plain.kind;
      if (key == plain.key) return value.empty();
    }
    if (key == "done by" || key == "not before") {
      const auto time = seconds(value);
      goal.kind = key == "done by" ? GoalKind::DoneBy : GoalKind::NotBefore;
      goal.seconds = time.value_or(0);
      return time.has_value();
    }
    if (key == "runs" || key == "never runs") {
      goal.kind = key == "runs" ? GoalKind::Runs : GoalKind::NeverRuns;
      return take_times(value, goal.times) && event_of(value, goal.event, goal.function);
    }
    if (key == "output") {
      goal.kind = GoalKind::Output;
      return read_lines(value, goal.lines);
    }
    goal.kind = key == "prints"         ? GoalKind::Prints
                : key == "never prints" ? GoalKind::NeverPrints
                : key == "fails"        ? GoalKind::Fails
                                        : GoalKind::Keeps;
    if (goal.kind == GoalKind::Keeps && key != "keeps") return false;
    return take_times(value, goal.times) && read_lines(value, goal.lines) && goal.lines.size() == 1;
  }

  // "`a`, `b`": one or more.
  static bool read_lines(string_view value, std::vector<std::string>& to) {
    for (;;) {
      string_view rest;
      const auto code = code_span(value, rest);
      if (!code) return false;
      to.emplace_back(*code);
      value = trimmed(rest);
      if (value.empty()) return true;
      if (value[0] != ',') return false;
      value = trimmed(value.substr(1));
    }
  }

  // --- what is missing ---

  void check_whole() {
    const FilePlace top{1, 1};
    if (lesson_.title.empty()) return fail(top, "the front matter has no `title:`");
    if (lesson_.question.empty()) return fail(top, "the front matter has no `question:`");
    if (lesson_.id.empty()) return fail(top, "the lesson has no `id:`");
    if (!lesson_.question.ends_with('?')) return fail(top, "the `question:` ends with `?`");
    if (lesson_.toggles && !lesson_.program.empty())
      return fail({lesson_.program_line, 1}, "a lesson has `switches:` or a program, not both");
    if (!lesson_.toggles && lesson_.program.empty())
      return fail(top, "the lesson has no program: a block ```python, or `switches:`");
    if (lesson_.text.empty())
      return fail(top, "some words belong before the stops: what the program does");
    if (lesson_.stops.empty()) return fail(top, "the lesson has no `## Stops`");
    if (lesson_.answer.empty()) return fail(top, "the lesson has no `## Answer` to its question");
    for (const Stop& stop : lesson_.stops) {
      if (stop.prediction && stop.prediction->kind == PredictionKind::Own)
        check_choices(stop.prediction->choices, stop.prediction->place);
    }
    for (const Check& check : lesson_.checks) {
      if (check.question.empty()) fail(check.place, "this check has no question");
      check_choices(check.choices, check.place);
    }
    if (!lesson_.repair) return;
    const Repair& repair = *lesson_.repair;
    if (repair.text.empty()) return fail(repair.place, "a repair says what to do, before its goal");
    if (repair.goals.empty()) return fail(repair.place, "the repair has no `### Goal`");
    if (repair.hints.empty()) return fail(repair.place, "the repair has no `### Hints`");
    if (repair.solution.empty()) return fail(repair.place, "the repair has no `### Solution`");
  }

  void check_choices(const std::vector<LessonChoice>& choices, FilePlace place) {
    if (choices.size() < 2) return fail(place, "a question has at least two choices");
    int right = 0;
    for (size_t i = 0; i < choices.size(); ++i) {
      right += choices[i].right;
      for (size_t j = 0; j < i; ++j) {
        if (choices[i].text == choices[j].text) fail(place, "two choices are the same");
      }
    }
    if (right == 0) fail(place, "none of the choices is right: one has `[x]`");
    if (right > 1) fail(place, "more than one of the choices is right: one has `[x]`");
  }

  string_view text_;
  string_view line_;
  size_t at_ = 0, number_ = 0;
  Lesson lesson_;
  std::optional<LessonError> error_;
  unsigned seen_ = 0, parts_ = 0;  // keys and parts that have been read
  Section section_ = Section::Text;
  Piece piece_ = Piece::None;
  std::string raw_;
  FilePlace piece_place_;
  bool blank_ = false, right_ = false;
};

}  // namespace

std::string_view words_of(PredictionKind kind) {
  switch (kind) {
    case PredictionKind::PrintsNext: return "prints next";
    case PredictionKind::RunsNext: return "runs next";
    case PredictionKind::ReadyQueue: return "ready queue";
    case PredictionKind::EndsAt: return "ends at";
    case PredictionKind::Fails: return "fails";
    case PredictionKind::Own: break;
  }
  return "";
}

std::string words_of(const Stop& stop) {
  std::string words;
  switch (stop.at) {
    case StopKind::Event: words = stop.kind + " of `" + stop.function + "`"; break;
    case StopKind::Line: words = "line " + std::to_string(stop.line); break;
    case StopKind::LineWith: words = "line with `" + stop.code + "`"; break;
    case StopKind::Print: words = "print of `" + stop.code + "`"; break;
  }
  if (stop.occurrence > 1) words += ", " + ordinal_word(stop.occurrence) + " time";
  return words;
}

std::string in_words(const LessonError& error) {
  return "line " + std::to_string(error.place.line) + ", column " +
         std::to_string(error.place.column) + ": " + error.message;
}

ParsedLesson parse_lesson(std::string_view text, std::string_view name) {
  return LessonReader(text, name).read();
}

}  // namespace awaitscope
