#include "engine/recording/reading/compare.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "engine/recording/reading/json.h"
#include "engine/recording/reading/source_lines.h"

namespace awaitscope {

namespace {

// What is said of a piece of output: one line of it. Of a traceback that is the last, since the
// others name lines of the program, which may differ.
std::string shown_output(std::string_view text) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  const bool traceback = text.find("Traceback (most recent call last)") != std::string_view::npos;
  if (traceback)
    text.remove_prefix(text.rfind('\n') + 1);
  else
    text = text.substr(0, text.find('\n'));
  std::string shown;
  JsonWriter(shown).text(text);
  return shown;
}

// The way from one list to the other with the fewest insertions and deletions: the greedy algorithm
// of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986). Where
// that would take more than kMostEdits, the way that got furthest is taken, and it begins anew
// where that one ends.
class Aligner {
 public:
  Aligner(const std::vector<uint32_t>& left, const std::vector<uint32_t>& right)
      : left_(left), right_(right) {}

  std::vector<ComparedRow> rows() {
    while (done_left_ < left_.size() && done_right_ < right_.size()) stretch();
    differ_until(left_.size(), right_.size());
    return std::move(rows_);
  }

 private:
  static constexpr int kMostEdits = 400;

  void stretch() {
    const int width = int(left_.size() - done_left_), height = int(right_.size() - done_right_);
    const int most = std::min(kMostEdits, width + height);
    // Furthest places reached on each diagonal x - y = k, for each number of edits.
    std::vector<std::vector<int>> reached;
    std::vector<int> now(size_t(2 * most + 3), -1);
    auto at = [&](std::vector<int>& list, int k) -> int& { return list[size_t(k + most + 1)]; };
    at(now, 1) = 0;
    int edits = 0, end_x = 0, end_y = 0;
    for (bool arrived = false; edits <= most && !arrived; ++edits) {
      for (int k = -edits; k <= edits; k += 2) {
        const bool down = k == -edits || (k != edits && at(now, k - 1) < at(now, k + 1));
        int x = down ? at(now, k + 1) : at(now, k - 1) + 1, y = x - k;
        while (x < width && y < height && same(x, y)) ++x, ++y;
        at(now, k) = x;
        if (x <= width && y <= height && x + y > end_x + end_y) end_x = x, end_y = y;
        if (x >= width && y >= height) {
          arrived = true;
          break;
        }
      }
      reached.push_back(now);
    }
    // Back along the way, gathering what is the same.
    std::vector<std::pair<int, int>> matches;
    int x = end_x, y = end_y, d = 0;
    while (at(reached[size_t(d)], x - y) != x) ++d;
    for (; x > 0 || y > 0; --d) {
      const int k = x - y;
      int from_x = 0, from_y = 0, entered_x = 0;
      if (d > 0) {
        std::vector<int>& before = reached[size_t(d - 1)];
        const bool down = k == -d || (k != d && at(before, k - 1) < at(before, k + 1));
        from_x = down ? at(before, k + 1) : at(before, k - 1);
        from_y = from_x - (down ? k + 1 : k - 1);
        entered_x = down ? from_x : from_x + 1;
      }
      while (x > entered_x) matches.push_back({--x, --y});
      x = from_x;
      y = from_y;
    }
    const size_t left = done_left_, right = done_right_;
    for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
      differ_until(left + size_t(match->first), right + size_t(match->second));
      rows_.push_back({done_left_++, done_right_++, true});
    }
    differ_until(left + size_t(end_x), right + size_t(end_y));
  }

  bool same(int x, int y) const {
    return left_[done_left_ + size_t(x)] == right_[done_right_ + size_t(y)];
  }

  void differ_until(size_t left, size_t right) {
    while (done_left_ < left || done_right_ < right) {
      ComparedRow row;
      if (done_left_ < left) row.left = done_left_++;
      if (done_right_ < right) row.right = done_right_++;
      rows_.push_back(row);
    }
  }

  const std::vector<uint32_t>&left_, &right_;
  size_t done_left_ = 0, done_right_ = 0;
  std::vector<ComparedRow> rows_;
};

}  // namespace

CallOrder::CallOrder(std::string_view program, const Reader& reader, const Recording& recording,
                     std::string_view end)
    : source(program) {
  lines = lines_of(source);
  for (std::string_view& line : lines) line = without_indentation(line);
  uint32_t depth = 0;
  for (size_t step = 0; step < reader.steps() && calls.size() < kMostCalls; ++step) {
    const size_t index = reader.event_of(step);
    const Event& event = recording[index];
    Call call;
    call.kind = event.kind();
    call.step = step;
    call.depth = depth;
    switch (event.kind()) {
      case EventKind::Out:
      case EventKind::Err: call.detail = shown_output(recording.text(event.operand)); break;
      case EventKind::Start:
      case EventKind::Suspend:
      case EventKind::Resume:
      case EventKind::Throw:
      case EventKind::Return:
      case EventKind::Raise: {
        const Code& code = recording.code_of(event.subject);
        if (!(code.flags & Code::kOptimized)) continue;  // the module, the body of a class
        call.function = code.qualname;
        call.line = recording.position(event).line;
        const bool waits = call.kind == EventKind::Suspend || call.kind == EventKind::Resume;
        if (waits && call.line > 0 && size_t(call.line) <= lines.size())
          call.detail = lines[size_t(call.line - 1)];
        else if (!waits && call.kind != EventKind::Start)
          call.detail = reader.show(event.shown(), index);
        if (call.kind == EventKind::Throw) call.kind = EventKind::Resume;
        if (call.kind == EventKind::Start || call.kind == EventKind::Resume)
          ++depth;
        else
          call.depth = depth = depth > 0 ? depth - 1 : 0;
        break;
      }
      default: continue;
    }
    call.time = reader.time_at(index);
    calls.push_back(std::move(call));
  }
  Call last;
  last.kind = EventKind::End;
  last.step = reader.steps() - 1;
  last.time = reader.time_at(reader.event_of(last.step));
  last.detail = end;
  calls.push_back(std::move(last));
}

std::vector<ComparedRow> align(const std::vector<uint32_t>& left,
                               const std::vector<uint32_t>& right) {
  return Aligner(left, right).rows();
}

size_t Comparison::first_difference() const {
  return size_t(
      std::find_if(calls.begin(), calls.end(), [](const auto& row) { return !row.same; }) -
      calls.begin());
}

std::vector<ComparedRow> below_one_another(const std::vector<ComparedRow>& rows) {
  std::vector<ComparedRow> result;
  result.reserve(rows.size());
  for (size_t i = 0; i < rows.size();) {
    if (rows[i].same) {
      result.push_back(rows[i++]);
      continue;
    }
    const size_t begin = i;
    for (; i < rows.size() && !rows[i].same; ++i) {
      if (rows[i].left != ComparedRow::kNone) result.push_back({rows[i].left});
    }
    for (size_t k = begin; k < i; ++k) {
      if (rows[k].right != ComparedRow::kNone)
        result.push_back({ComparedRow::kNone, rows[k].right});
    }
  }
  return result;
}

Comparison compare(const CallOrder& left, const CallOrder& right) {
  std::unordered_map<std::string, uint32_t> numbers;
  auto number_of = [&](std::string key) {
    return numbers.try_emplace(std::move(key), uint32_t(numbers.size())).first->second;
  };
  auto keys_of = [&](const auto& list, auto&& text_of) {
    std::vector<uint32_t> keys;
    keys.reserve(list.size());
    for (const auto& each : list) keys.push_back(number_of(text_of(each)));
    return keys;
  };
  auto of_line = [](std::string_view line) { return std::string(line); };
  auto of_call = [](const Call& call) {
    return std::string(call.word()) + '\n' + call.function + '\n' + call.detail;
  };
  auto calls_of = [](const CallOrder& order) {
    return std::span(order.calls).first(order.calls.size() - 1);  // the ends are in one row
  };
  Comparison result;
  result.lines = align(keys_of(left.lines, of_line), keys_of(right.lines, of_line));
  result.calls = align(keys_of(calls_of(left), of_call), keys_of(calls_of(right), of_call));
  result.calls.push_back({left.calls.size() - 1, right.calls.size() - 1,
                          left.calls.back().detail == right.calls.back().detail});
  return result;
}

}  // namespace awaitscope
