// A picture cannot be asked, so it says more than the window: names beside bars that are too narrow
// for them, what was printed, the numbers of steps, and what its signs mean. Steps are as wide as
// what is to be read in them, as far as there is room.
#include "engine/recording/pictures/svg.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/recording/pictures/geometry.h"
#include "engine/recording/reading/json.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

namespace {

// In points. Nobody knows which fonts there will be: a character is as wide as in wide ones.
constexpr float kEdge = 12, kRow = 26, kBar = 20, kPhases = 8, kTooth = 5;
constexpr float kWordSize = 13, kWordWide = 7.9f, kCodeSize = 12, kCodeWide = 7.3f;
constexpr float kInset = 5;                  // before what stands on a bar
constexpr float kNamesBeside = 520;          // in narrower pictures the lanes' names are above them
constexpr uint32_t kMostFittedSteps = 4000;  // in longer runs all steps are as wide
constexpr size_t kMostLanes = 60;

// What is written: characters that XML has none of, and lone surrogates, are U+FFFD.
std::string printable(std::string_view words) {
  std::string to;
  for (uint32_t c : utf8::CodePoints(words)) {
    const bool none =
        c < 0x20 || c == 0x7f || (c >= 0xd800 && c < 0xe000) || c == 0xfffe || c == 0xffff;
    utf8::append(to, c == '\t' || c == '\n' ? ' ' : none ? 0xfffd : c);
  }
  return to;
}

// In characters; those of the scripts of East Asia, and pictures, are as wide as two.
float width_of(std::string_view words) {
  float width = 0;
  for (uint32_t c : utf8::CodePoints(words)) width += c >= 0x2e80 ? 2 : 1;
  return width;
}

// Cut down to so many characters; empty where hardly anything would be left.
std::string shortened(std::string_view words, float room) {
  if (width_of(words) <= room) return std::string(words);
  std::string to;
  float width = 1;
  for (uint32_t c : utf8::CodePoints(words)) {
    width += c >= 0x2e80 ? 2 : 1;
    if (width > room) break;
    utf8::append(to, c);
  }
  return width_of(to) < 3 ? std::string() : to + "…";
}

struct Ink {  // where there are two schemes, one for each
  Colour light = 0, dark = 0;
  bool operator==(const Ink&) const = default;
};

class Picture {
 public:
  Picture(const TimelineModel& model, const Recording& recording, const TimelinePicture& how)
      : model_(model),
        recording_(recording),
        how_(how),
        steps_(std::max(1u, model.steps())),
        first_(std::min(how.first, steps_ - 1)),
        end_(std::max(first_, std::min(how.last, steps_ - 1)) + 1) {
    find_lanes();
    find_outputs();
    lay_out();
  }

  std::string draw() {
    float y = has_turns() ? 30 : kEdge, lanes_end = 0;
    const std::string lanes = drawn([&] {
      for (const TimelineLane* lane : lanes_) y = draw_lane(*lane, y);
      if (lanes_left_out_ > 0) {
        text(kEdge, y + 14, muted_, "and " + std::to_string(lanes_left_out_) + " more");
        y += 24;
      }
      if (!outputs_.empty()) y = draw_outputs(y);
      lanes_end = y;
      y = draw_axis(y);
      y = draw_legend(y);
    });
    const float height = y + kEdge;
    const std::string turns = drawn([&] { draw_turns(lanes_end); });  // their rules lie under all
    const std::string ground = drawn([&] { rect(0, 0, how_.width, height, panel_, {}, 6); });
    const std::string hatchings = drawn([&] { define_hatchings(); });
    // What the picture uses is known now.
    return with_id(drawn([&] {
      begin(height);
      write_dark_colours();
      add(hatchings, ground, turns, lanes, "</svg>\n");
    }));
  }

 private:
  struct Output {
    uint32_t step;
    bool error;
    std::string words;
  };
  // What is to be read in some steps, how wide it is, and how gladly others give way to it.
  struct Need {
    uint32_t begin, end;
    float width;
    int rank;  // the least first
  };

  // --- what there is to be seen ---

  uint32_t end_of(const TimelineBar& bar) const { return bar.end == kOpen ? steps_ : bar.end; }
  bool is_seen(const TimelineBar& bar) const { return bar.begin < end_ && end_of(bar) > first_; }

  bool is_seen(const TimelineLane& lane) const {
    for (const TimelineRow& row : lane.rows)
      for (const TimelineBar& bar : row.bars)
        if (is_seen(bar)) return true;
    for (size_t i = 0; i < lane.phases.size(); ++i) {
      const uint32_t end = i + 1 < lane.phases.size() ? lane.phases[i + 1].begin : steps_;
      const bool ended = lane.phases[i].phase >= TaskPhase::Done && lane.phases[i].begin < first_;
      if (lane.phases[i].begin < end_ && end > first_ && !ended) return true;
    }
    return false;
  }

  size_t rows_of(const TimelineLane& lane) const {  // that have a bar in sight, or one above such
    size_t rows = lane.rows.size();
    const auto empty = [&](const TimelineRow& row) {
      return std::none_of(row.bars.begin(), row.bars.end(),
                          [&](const TimelineBar& bar) { return is_seen(bar); });
    };
    while (rows > 0 && empty(lane.rows[rows - 1])) --rows;
    return rows;
  }

  bool has_turns() const {
    const size_t i = first_mark_from(model_.turns(), first_, 0);
    return i < model_.turns().size() && model_.turns()[i].step < end_;
  }

  void find_lanes() {
    for (const TimelineLane& lane : model_.lanes()) {
      if (!is_seen(lane)) continue;
      if (lanes_.size() < kMostLanes)
        lanes_.push_back(&lane);
      else
        ++lanes_left_out_;
    }
  }

  // Its last line but for the rules that are drawn around an exception group.
  static std::string_view end_of_error(std::string_view words) {
    constexpr std::string_view kRules = " |+-\n";
    words = words.substr(0, words.find_last_not_of(kRules) + 1);
    const std::string_view line = words.substr(words.rfind('\n') + 1);
    return line.substr(std::min(line.find_first_not_of(kRules), line.size()));
  }

  // Each print is one, whatever it was put together from. Of an error its last line says most.
  void find_outputs() {
    bool ended = true, error = false;
    for (const OutputMark& mark : model_.outputs()) {
      std::string_view words = recording_.text(mark.text);
      const bool goes_on = !ended && error == mark.error;
      ended = words.ends_with('\n');
      error = mark.error;
      while (words.ends_with('\n')) words.remove_suffix(1);
      words = mark.error ? end_of_error(words) : words.substr(0, words.find('\n'));
      if (mark.step < first_ || mark.step >= end_) continue;
      if (goes_on && !outputs_.empty())
        outputs_.back().words += printable(words);
      else
        outputs_.push_back({mark.step, mark.error, printable(words)});
    }
  }

  std::string name_of_lane(const TimelineLane& lane) const {
    switch (lane.kind) {
      case LaneKind::Task: return printable(recording_.text(recording_.tasks()[lane.task].name));
      case LaneKind::Thread:
        return printable(recording_.text(recording_.threads()[lane.thread].name));
      case LaneKind::Loop: return "Event loop";
      case LaneKind::Program: return "Program";
    }
    return {};
  }

  std::string label_of(const TimelineBar& bar) const {
    if (bar.kind != BarKind::Idle) return printable(name_of(recording_, bar));
    const Recording::Jump& jump = recording_.jumps()[bar.subject];
    return "idle " + in_seconds(jump.to - jump.from);
  }

  static std::string label_of(const TurnMark& mark) {
    return "turn " + std::to_string(mark.turn) +
           (mark.time > 0 ? " · " + in_seconds(mark.time) : std::string());
  }

  // --- where it is ---

  void lay_out() {
    float names = width_of("Event loop");
    for (const TimelineLane* lane : lanes_)
      names = std::max(names, width_of(name_of_lane(*lane)) + (lane->task != 0 ? 2 : 0));
    names_beside_ = how_.width >= kNamesBeside;
    names_ = names_beside_ ? std::min(names * kWordWide + 12, how_.width / 4) : 0;
    view_.left = kEdge + names_;
    view_.width = how_.width - view_.left - kEdge - 8;  // a sign may stand at a task's end
    if (how_.in_virtual_time)
      view_.scale = scale_for(model_.jumps(), steps_, TimelineScale::kVirtualTime);
    else if (end_ - first_ <= kMostFittedSteps)
      fit_steps();
    view_.from = view_.scale.place_of(first_);
    view_.per_point = (view_.scale.place_of(end_) - view_.from) / double(view_.width);
  }

  std::vector<Need> needs() const {
    std::vector<Need> all;
    const auto need = [&](uint32_t begin, uint32_t end, float width, int rank) {
      all.push_back({std::max(begin, first_), std::min(end, end_), width, rank});
    };
    for (const TimelineLane* lane : lanes_)
      for (const TimelineRow& row : lane->rows)
        for (const TimelineBar& bar : row.bars)
          if (is_seen(bar))
            need(bar.begin, end_of(bar), width_of(label_of(bar)) * kCodeWide + 2 * kInset,
                 bar.kind == BarKind::Frame ? 0 : 1);
    for (size_t i = 0; i < outputs_.size(); ++i) {
      const uint32_t end = i + 1 < outputs_.size() ? outputs_[i + 1].step : end_;
      need(outputs_[i].step, end, std::min(24.f, width_of(outputs_[i].words)) * kCodeWide + 8, 0);
    }
    const std::vector<TurnMark>& turns = model_.turns();
    for (size_t i = first_mark_from(turns, first_, 0); i < turns.size() && turns[i].step < end_;
         ++i)
      need(turns[i].step, i + 1 < turns.size() ? turns[i + 1].step : end_,
           width_of(label_of(turns[i])) * kWordWide + 10, 2);
    return all;
  }

  // A part of the width is everybody's; the rest goes where something is to be read, as long as
  // there is some; what is then left is everybody's again.
  void fit_steps() {
    const uint32_t count = end_ - first_;
    constexpr double kEverybodys = 0.2;
    std::vector<double> wide(count, kEverybodys * double(view_.width) / count);
    double left = (1 - kEverybodys) * double(view_.width);
    std::vector<Need> all = needs();
    const auto missing = [&](const Need& need) {
      double has = 0;
      for (uint32_t i = need.begin; i < need.end; ++i) has += wide[i - first_];
      return double(need.width) - has;
    };
    // Inner ones first: what they are given their callers have too.
    std::stable_sort(all.begin(), all.end(), [](const Need& a, const Need& b) {
      return a.rank != b.rank ? a.rank < b.rank : a.end - a.begin < b.end - b.begin;
    });
    for (const Need& need : all) {
      const double lacks = missing(need);
      if (lacks <= 0 || lacks > left || need.end <= need.begin) continue;
      left -= lacks;
      for (uint32_t i = need.begin; i < need.end; ++i)
        wide[i - first_] += lacks / (need.end - need.begin);
    }
    places_.resize(steps_ + 1);
    for (uint32_t step = 0; step < steps_; ++step) {
      const bool seen = step >= first_ && step < end_;
      places_[step + 1] = places_[step] + (seen ? wide[step - first_] + left / count : 1);
    }
    view_.scale.places = &places_;
  }

  // --- colours and marks ---

  template <class Of>
  Ink ink(Of&& of) const {
    const Theme light = how_.theme.value_or(Theme::Light), dark = how_.theme.value_or(Theme::Dark);
    return {of(light), of(dark)};
  }
  Ink of_palette(Colour Palette::*which) const {
    return ink([&](Theme theme) { return palette_of(theme).*which; });
  }
  Ink of_task(uint32_t task) const {
    return ink([&](Theme theme) { return task_colour(theme, task); });
  }
  Ink of_bar(uint32_t task, Colour BarInk::*which) const {
    return ink([&](Theme theme) { return bar_ink(theme, task_colour(theme, task)).*which; });
  }

  void add() {}
  template <class... Rest>
  void add(std::string_view words, const Rest&... rest) {
    to_.append(words);
    add(rest...);
  }
  template <class... Rest>
  void add(float number, const Rest&... rest) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.6g", double(number));
    to_ += digits;
    add(rest...);
  }

  static std::string hex(Colour colour) {
    char words[8];
    std::snprintf(words, sizeof words, "#%02x%02x%02x", unsigned(colour & 255),
                  unsigned(colour >> 8 & 255), unsigned(colour >> 16 & 255));
    return words;
  }

  // The class of what has another colour in the dark: its number among those of its property.
  std::string class_of(std::vector<Ink>& known, const char* property, Ink ink) {
    if (ink.light == ink.dark) return {};
    size_t i = size_t(std::find(known.begin(), known.end(), ink) - known.begin());
    if (i == known.size()) known.push_back(ink);
    return std::string(kId) + property + std::to_string(i);
  }

  void paint(const std::optional<Ink>& fill, const std::optional<Ink>& stroke) {
    std::string classes;
    add(" fill=\"", fill ? hex(fill->light) : std::string("none"), "\"");
    if (fill) classes = class_of(fills_, "f", *fill);
    if (stroke) {
      add(" stroke=\"", hex(stroke->light), "\"");
      const std::string its = class_of(strokes_, "s", *stroke);
      if (!classes.empty() && !its.empty()) classes += ' ';
      classes += its;
    }
    if (!classes.empty()) add(" class=\"", classes, "\"");
  }

  void rect(float x, float y, float width, float height, const std::optional<Ink>& fill,
            const std::optional<Ink>& stroke = {}, float round = 0) {
    add("<rect x=\"", x, "\" y=\"", y, "\" width=\"", std::max(0.5f, width), "\" height=\"", height,
        "\"");
    if (round > 0) add(" rx=\"", round, "\"");
    paint(fill, stroke);
    add("/>\n");
  }

  void path(std::string_view d, const std::optional<Ink>& fill, const std::optional<Ink>& stroke,
            std::string_view more = {}) {
    add("<path d=\"", d, "\"");
    paint(fill, stroke);
    add(more, "/>\n");
  }

  // A path's numbers and letters.
  template <class... Parts>
  std::string line(const Parts&... parts) {
    return drawn([&] { add(parts...); });
  }

  void escaped(std::string_view words) {
    for (const char c : words) {
      if (c == '<')
        to_ += "&lt;";
      else if (c == '&')
        to_ += "&amp;";
      else
        to_ += c;
    }
  }

  struct Style {
    bool code = false, on_rules = false;  // those stop around it
    bool before = false;                  // it ends at x
  };

  void text(float x, float y, Ink colour, std::string_view words, const Style& style) {
    add("<text x=\"", x, "\" y=\"", y, "\"");
    if (style.before) add(" text-anchor=\"end\"");
    if (style.code)
      add(" font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"", kCodeSize,
          "\"");
    if (style.on_rules) {
      paint(colour, panel_);
      add(" stroke-width=\"3\" paint-order=\"stroke\"");
    } else {
      paint(colour, {});
    }
    add(">");
    escaped(words);
    add("</text>\n");
  }
  void text(float x, float y, Ink colour, std::string_view words) {
    text(x, y, colour, words, Style());
  }

  // Hatching in a task's colour; each is defined once.
  void hatch(float x, float y, float width, uint32_t task) {
    const uint32_t number = task == 0 ? 0 : (task - 1) % kTaskColours + 1;
    hatchings_ |= 1u << number;
    add("<rect x=\"", x, "\" y=\"", y, "\" width=\"", width, "\" height=\"", kBar,
        "\" fill=\"url(#", kId, "h", std::to_string(number), ")\"/>\n");
  }

  // --- drawing ---

  // What a function writes.
  template <class Draw>
  std::string drawn(Draw&& draw) {
    std::string kept;
    std::swap(kept, to_);
    draw();
    std::swap(kept, to_);
    return kept;
  }

  std::string range() const {
    return "steps " + std::to_string(first_) + " to " + std::to_string(end_ - 1) +
           (end_ - first_ < steps_ ? " of 0 to " + std::to_string(steps_ - 1) : std::string());
  }

  void begin(float height) {
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", how_.width, "\" height=\"", height,
        "\" viewBox=\"0 0 ", how_.width, " ", height, "\" font-size=\"", kWordSize,
        "\" font-family=\"Inter, system-ui, sans-serif\" role=\"img\" aria-labelledby=\"", kId,
        "t ", kId, "d\">\n<title id=\"", kId, "t\">Timeline of a Python program, ", range(),
        "</title>\n<desc id=\"", kId, "d\">");
    for (const TimelineLane* lane : lanes_) describe(*lane);
    if (lanes_left_out_ > 0) add("And ", std::to_string(lanes_left_out_), " more. ");
    if (!outputs_.empty()) {
      add("Output: ");
      list(outputs_.size(), [&](size_t i) { return outputs_[i].words; });
    }
    add("</desc>\n");
  }

  // Who is in a lane, in the order in which they come.
  void describe(const TimelineLane& lane) {
    std::vector<std::pair<uint32_t, std::string>> names;
    for (const TimelineRow& row : lane.rows)
      for (const TimelineBar& bar : row.bars)
        if (is_seen(bar) && !bar.continued) names.emplace_back(bar.begin, label_of(bar));
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    escaped(name_of_lane(lane));
    add(names.empty() ? "" : ": ");
    list(names.size(), [&](size_t i) { return names[i].second; });
  }

  template <class Word>
  void list(size_t count, Word&& word) {
    constexpr size_t kMostWords = 20;
    for (size_t i = 0; i < std::min(count, kMostWords); ++i) {
      if (i > 0) add(", ");
      escaped(word(i));
    }
    add(count > kMostWords ? " and so on. " : ". ");
  }

  void write_dark_colours() {
    if (fills_.empty() && strokes_.empty()) return;
    add("<style>@media (prefers-color-scheme: dark) {");
    for (size_t i = 0; i < fills_.size(); ++i)
      add(" .", kId, "f", std::to_string(i), " { fill: ", hex(fills_[i].dark), " }");
    for (size_t i = 0; i < strokes_.size(); ++i)
      add(" .", kId, "s", std::to_string(i), " { stroke: ", hex(strokes_[i].dark), " }");
    add(" }</style>\n");
  }

  void define_hatchings() {
    for (uint32_t i = 0; i <= kTaskColours; ++i) {
      if (!(hatchings_ >> i & 1)) continue;
      add("<pattern id=\"", kId, "h", std::to_string(i),
          "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
          "patternTransform=\"rotate(45)\">");
      path("M3 0v6", {}, of_bar(i, &BarInk::hatch), " stroke-width=\"1.5\"");
      add("</pattern>\n");
    }
  }

  // Several pictures may be in one page: their names are made of what is in them.
  static std::string with_id(const std::string& svg) {
    uint32_t hash = 2166136261u;
    for (const char c : svg) hash = (hash ^ uint8_t(c)) * 16777619u;
    char id[12];
    std::snprintf(id, sizeof id, "a%08x", unsigned(hash));
    std::string to;
    to.reserve(svg.size() * 9 / 8);
    for (const char c : svg) c == kId[0] ? to += id : to += c;
    return to;
  }

  void draw_turns(float bottom) {
    const std::vector<TurnMark>& turns = model_.turns();
    size_t i = first_mark_from(turns, first_, 0);
    float free_from = 0;
    for (; i < turns.size() && turns[i].step < end_; ++i) {
      const float x = view_.x_of(turns[i].step);
      if (x < free_from) continue;
      const std::string words = label_of(turns[i]);
      const float width = width_of(words) * kWordWide;
      const bool fits = x + 4 + width < how_.width - kEdge;
      free_from = x + (fits ? width + 12 : 12);
      path(line("M", x, " 8V", bottom), {}, line_strong_);
      if (fits) text(x + 4, 19, faint_, words);
    }
  }

  void draw_name(const TimelineLane& lane, float y) {
    const bool task = lane.kind == LaneKind::Task;
    if (names_beside_ && lane.has_phases() && rows_of(lane) > 0)
      y += kPhases;  // as high as its bar
    const float x = kEdge + (task ? 14 : 0);
    const float room = names_beside_ ? names_ - (task ? 14 : 0) - 8 : view_.width - 14;
    if (task) rect(kEdge, y + 6, 9, 9, of_task(lane.task), {}, 2);
    text(x, y + 15, task ? text_ : muted_, shortened(name_of_lane(lane), room / kWordWide),
         {.on_rules = true});
  }

  float draw_lane(const TimelineLane& lane, float y) {
    draw_name(lane, y);
    if (!names_beside_) y += 20;
    if (lane.has_phases()) {
      draw_phases(lane, rows_of(lane) > 0 || !names_beside_ ? y + 3 : y + kBar / 2);
      y += kPhases;
    }
    const size_t rows = rows_of(lane);
    for (size_t i = 0; i < rows; ++i, y += kRow) draw_row(lane, lane.rows[i], y);
    return y + (rows == 0 && names_beside_ ? 14 : 0) + 8;
  }

  void draw_row(const TimelineLane& lane, const TimelineRow& row, float y) {
    std::vector<Piece> pieces;
    fold(row.bars, view_, steps_, pieces);
    for (size_t i = 0; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      const TimelineBar& bar = row.bars[piece.first];
      const uint32_t task =
          bar.kind == BarKind::Handle ? recording_.handles()[bar.subject].task : lane.task;
      if (piece.count > 1) {
        rect(piece.x0, y + kBar * 0.2f, piece.x1 - piece.x0, kBar * 0.6f,
             of_bar(task, &BarInk::folded));
        shows_.folded = true;
        continue;
      }
      const float free_to = i + 1 < pieces.size() ? pieces[i + 1].x0 : view_.left + view_.width + 8;
      draw_bar(row, bar, piece, task, y, free_to);
    }
  }

  void draw_bar(const TimelineRow& row, const TimelineBar& bar, const Piece& piece, uint32_t task,
                float y, float free_to) {
    const bool from_before = bar.begin < first_;
    const bool goes_on = bar.end == kOpen || bar.end > end_;
    const float x0 = piece.x0 - (from_before ? kTooth : 0);
    const float x1 = goes_on ? piece.x1 + kTooth : std::max(x0 + 1, piece.x1 - 1);
    const Ink edge = bar.kind == BarKind::Idle ? line_strong_ : of_bar(task, &BarInk::edge);
    const float round = x1 - x0 > 8 ? 3 : 0;
    std::optional<Ink> ground = of_bar(task, bar.kind == BarKind::Handle ? &BarInk::handle
                                             : bar.stretch_count > 1     ? &BarInk::rest
                                                                         : &BarInk::running);
    if (bar.kind == BarKind::Idle) ground.reset();

    // Its name stands on it, or where there is no room beside it.
    std::string name = label_of(bar);
    const float wide = width_of(name) * kCodeWide, room = x1 - x0 - kInset - 4;
    const bool beside =
        wide > room && bar.kind == BarKind::Frame && !goes_on && wide + kInset + 6 < free_to - x1;
    if (wide > room && bar.kind == BarKind::Handle && task != 0)
      name = name.substr(0, name.rfind(' '));  // "Task-1 step": whose it is says most
    if (!beside) name = shortened(name, room / kCodeWide);
    if (bar.kind == BarKind::Handle && name.ends_with("…")) name.clear();
    const float name_x = beside ? x1 + kInset : x0 + kInset + (from_before ? 2 : 0);
    const float name_end = beside || name.empty() ? x0 : name_x + width_of(name) * kCodeWide + 3;

    rect(x0, y, x1 - x0, kBar, ground, {}, round);
    if (bar.stretch_count > 1) draw_stretches(row, bar, task, y, x0, x1, name_end, goes_on);
    draw_edge(x0, x1, y, round, from_before, goes_on, edge);
    if (bar.ended == BarEnd::Raised || bar.ended == BarEnd::Cancelled)
      draw_end(bar, x1, y, goes_on);
    if (!name.empty())
      text(name_x, y + 14, bar.kind == BarKind::Idle ? muted_ : text_, name,
           {.code = true, .on_rules = beside});
  }

  void draw_stretches(const TimelineRow& row, const TimelineBar& bar, uint32_t task, float y,
                      float from, float to, float name_end, bool goes_on) {
    std::vector<Piece> parts;
    fold(row, bar, view_, steps_, parts);
    for (size_t i = 0; i < parts.size(); ++i) {
      const Piece& part = parts[i];
      const Stretch state = row.stretches[part.first].state;
      float x0 = i == 0 ? from : part.x0;
      const float x1 = i + 1 == parts.size() && goes_on ? to : std::min(part.x1, to);
      if (part.count > 1 || state == Stretch::Running) {
        rect(x0, y, x1 - x0, kBar, of_bar(task, &BarInk::running), {}, x1 - x0 > 8 ? 3 : 0);
        continue;
      }
      x0 = std::max(x0, name_end);  // so that it can be read
      if (x1 - x0 < 1) continue;
      if (state == Stretch::Suspended) {
        hatch(x0, y, x1 - x0, task);
      } else {
        path(line("M", x0, " ", y + kBar / 2, "H", x1), {}, of_bar(task, &BarInk::hatch));
        shows_.in_loop = true;
      }
    }
  }

  // Torn off where it begins before, or goes on after, what is shown.
  void draw_edge(float x0, float x1, float y, float round, bool from_before, bool goes_on,
                 Ink edge) {
    if (x1 - x0 <= 4) return;
    if (!from_before && !goes_on) return rect(x0, y, x1 - x0, kBar, {}, edge, round);
    const float quarter = kBar / 4;
    const auto tear = [&](float x, float into) {
      const std::string teeth = line("M", x, " ", y, "l", into, " ", quarter, " ", -into, " ",
                                     quarter, " ", into, " ", quarter, " ", -into, " ", quarter);
      // Teeth of the ground, and the line along them.
      path(line("M", x - into, " ", y - 1, "L", x, " ", y - 1) + "L" + teeth.substr(1) +
               line("V", y + kBar + 1, "H", x - into, "z"),
           panel_, {});
      path(teeth, {}, edge);
    };
    if (from_before) tear(x0, kTooth);
    if (goes_on) tear(x1, -kTooth);
    path(line("M", x0, " ", y, "H", x1, "M", x0, " ", y + kBar, "H", x1), {}, edge);
    if (!from_before) path(line("M", x0, " ", y, "v", kBar), {}, edge);
    if (!goes_on) path(line("M", x1, " ", y, "v", kBar), {}, edge);
  }

  // Where an exception has left it.
  void draw_end(const TimelineBar& bar, float x1, float y, bool goes_on) {
    if (goes_on) return;
    rect(x1 - 6, y - 0.5f, 6.5f, kBar + 1, panel_);
    if (bar.ended == BarEnd::Raised) {
      rect(x1 - 4.5f, y, 5, kBar, error_, {}, 2);
      shows_.raised = true;
    } else {
      rect(x1 - 4.5f, y + 0.5f, 4.5f, kBar - 1, {}, warning_, 2);
      shows_.cancelled = true;
    }
  }

  // Over a task's frames: thick where it runs, dashed where it is in the ready queue.
  void draw_phases(const TimelineLane& lane, float y) {
    std::vector<Piece> pieces;
    fold(lane.phases, view_, steps_, pieces);
    const Ink own = of_task(lane.task);
    for (const Piece& piece : pieces) {
      const std::string over = line("M", piece.x0, " ", y, "H", piece.x1);
      if (piece.count > 1) {
        path(over, {}, own, " stroke-width=\"2\"");
        continue;
      }
      switch (lane.phases[piece.first].phase) {
        case TaskPhase::Running: path(over, {}, own, " stroke-width=\"3\""); break;
        case TaskPhase::Ready:
          path(over, {}, own, " stroke-width=\"2\" stroke-dasharray=\"3 3\"");
          shows_.ready = true;
          break;
        case TaskPhase::Waiting: path(over, {}, own, " stroke-opacity=\".4\""); break;
        case TaskPhase::Done:
          path(line("M", piece.x0 + 2, " ", y, "l3 3 5 -6"), {}, own, " stroke-width=\"1.5\"");
          break;
        case TaskPhase::Failed:
          path(line("M", piece.x0 + 2, " ", y - 3, "l6 6m0 -6l-6 6"), {}, error_,
               " stroke-width=\"1.5\"");
          break;
        case TaskPhase::Cancelled:
          path(line("M", piece.x0 + 2, " ", y, "a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0m1 2.5l5 -5"),
               {}, warning_, " stroke-width=\"1.5\"");
          break;
      }
    }
  }

  float draw_outputs(float y) {
    text(kEdge, y + 15, muted_, "Output", {.on_rules = true});
    if (!names_beside_) y += 20;
    float free_from = view_.left;
    for (size_t i = 0; i < outputs_.size(); ++i) {
      const Output& output = outputs_[i];
      const float x = view_.x_of(output.step);
      const float to =
          i + 1 < outputs_.size() ? view_.x_of(outputs_[i + 1].step) : how_.width - kEdge + 4;
      const float after = (to - x - 8) / kCodeWide, before = (x - 8 - free_from) / kCodeWide;
      path(line("M", x + 0.5f, " ", y + 2, "v", kBar - 2), {}, output.error ? error_ : faint_);
      // Before it, where there is room only there: what ends a program is said in its last step.
      const bool last = i + 1 == outputs_.size();
      const float wide = width_of(output.words);
      const bool is_before = wide > after && (wide < before - 2 || (last && before > after));
      const std::string words = shortened(output.words, is_before ? before : after);
      free_from = is_before ? x + 4 : x + 4 + width_of(words) * kCodeWide;
      if (!words.empty()) {
        text(is_before ? x - 4 : x + 4, y + 15, output.error ? error_ : text_, words,
             {.code = true, .on_rules = true, .before = is_before});
      }
    }
    return y + kRow + 4;
  }

  // The numbers of steps, which the page and --steps have too; or virtual time.
  float draw_axis(float y) {
    const float right = how_.width - kEdge;
    text(kEdge, y + (names_beside_ ? 19 : 15), faint_, view_.scale.per_second > 0 ? "Time" : "Step",
         {.on_rules = true});
    if (!names_beside_) y += 20;
    path(line("M", view_.left, " ", y + 2, "H", view_.left + view_.width), {}, line_strong_);
    const auto tick = [&](float x, const std::string& words) {
      path(line("M", x, " ", y + 2, "v5"), {}, line_strong_);
      if (x + width_of(words) * kWordWide < right + 4) text(x, y + 19, faint_, words);
    };
    if (view_.scale.per_second > 0) {
      const double every = time_ticks(view_, 60);
      const double end = view_.scale.time_at(end_);
      for (double t = std::ceil(view_.scale.time_at(first_) / every) * every; t <= end; t += every)
        tick(view_.x_of(view_.scale.step_at_time(t)), in_seconds(t));
      return y + 24;
    }
    const uint32_t every = steps_between_ticks();
    for (uint64_t step = (first_ + every - 1) / every * every; step < end_; step += every)
      tick(view_.x_of(double(step)), std::to_string(step));
    return y + 24;
  }

  // 1, 2 or 5 times a power of ten, so that their numbers do not touch.
  uint32_t steps_between_ticks() const {
    for (uint32_t power = 1; power <= 100'000'000; power *= 10) {
      for (const uint32_t factor : {1u, 2u, 5u}) {
        const uint32_t every = power * factor;
        const float wide = width_of(std::to_string(end_)) * kWordWide + 6;
        if (float(end_ - first_) / float(every) * wide > 2 * view_.width) continue;
        bool fits = true;
        for (uint64_t step = first_ / every * every; step + every < end_ && fits; step += every)
          fits = view_.x_of(double(step + every)) - view_.x_of(double(step)) >= wide;
        if (fits) return every;
      }
    }
    return UINT32_MAX;
  }

  // What the signs mean that are in this picture.
  float draw_legend(float y) {
    float x = kEdge;
    bool any = false;
    const auto entry = [&](bool shown, std::string_view words, auto&& sign) {
      if (!shown) return;
      const float width = 30 + width_of(words) * kWordWide + 10;
      if (!any) y += 10;
      if (any && x + width > how_.width - kEdge) {
        x = kEdge;
        y += 20;
      }
      any = true;
      sign(x, y);
      text(x + 30, y + 12, muted_, words);
      x += width;
    };
    const Ink own = of_task(0);
    const auto small = [&](float at, float top, float width) {
      rect(at, top + 1, width, 13, of_bar(0, &BarInk::running), of_bar(0, &BarInk::edge), 3);
    };
    entry(hatchings_ != 0, "suspended", [&](float at, float top) {
      hatchings_ |= 1;
      add("<rect x=\"", at, "\" y=\"", top + 1,
          "\" width=\"24\" height=\"13\" rx=\"3\" fill=\"url(#", kId, "h0)\"");
      add(" stroke=\"", hex(of_bar(0, &BarInk::edge).light), "\"");
      const std::string its = class_of(strokes_, "s", of_bar(0, &BarInk::edge));
      if (!its.empty()) add(" class=\"", its, "\"");
      add("/>\n");
    });
    entry(shows_.in_loop, "while the event loop runs", [&](float at, float top) {
      rect(at, top + 1, 24, 13, of_bar(0, &BarInk::rest), of_bar(0, &BarInk::edge), 3);
      path(line("M", at, " ", top + 7.5f, "h24"), {}, of_bar(0, &BarInk::hatch));
    });
    entry(shows_.ready, "ready to run", [&](float at, float top) {
      path(line("M", at, " ", top + 7.5f, "h24"), {}, own,
           " stroke-width=\"2\" stroke-dasharray=\"3 3\"");
    });
    entry(shows_.raised, "raised", [&](float at, float top) {
      small(at, top, 18);
      rect(at + 19.5f, top + 1, 5, 13, error_, {}, 2);
    });
    entry(shows_.cancelled, "cancelled", [&](float at, float top) {
      small(at, top, 18);
      rect(at + 19.5f, top + 1.5f, 4.5f, 12, {}, warning_, 2);
    });
    entry(shows_.folded, "many calls",
          [&](float at, float top) { rect(at, top + 4, 24, 8, of_bar(0, &BarInk::folded)); });
    return any ? y + 18 : y;
  }

  static constexpr std::string_view kId = "\1";  // until with_id; no text has this character

  const TimelineModel& model_;
  const Recording& recording_;
  const TimelinePicture how_;
  const uint32_t steps_, first_, end_;  // of the run; that are shown: [first_, end_)
  std::vector<const TimelineLane*> lanes_;
  size_t lanes_left_out_ = 0;
  std::vector<Output> outputs_;

  bool names_beside_ = true;
  float names_ = 0;
  std::vector<double> places_;
  TimelineView view_;

  const Ink text_ = of_palette(&Palette::text), muted_ = of_palette(&Palette::muted),
            faint_ = of_palette(&Palette::faint), panel_ = of_palette(&Palette::panel),
            line_strong_ = of_palette(&Palette::line_strong), error_ = of_palette(&Palette::error),
            warning_ = of_palette(&Palette::warning);
  std::vector<Ink> fills_, strokes_;  // with another colour in the dark
  uint32_t hatchings_ = 0;            // a bit for each that is used
  struct {
    bool in_loop = false, ready = false, raised = false, cancelled = false, folded = false;
  } shows_;
  std::string to_;
};

}  // namespace

std::string timeline_svg(const TimelineModel& model, const Recording& recording,
                         const TimelinePicture& picture) {
  return Picture(model, recording, picture).draw();
}

}  // namespace awaitscope
