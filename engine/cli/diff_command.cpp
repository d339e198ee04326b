#include <algorithm>
#include <memory>

#include "engine/cli/commands.h"
#include "engine/lesson/lessons.h"
#include "engine/lesson/source.h"
#include "engine/recording/reading/compare.h"
#include "engine/recording/reading/source_lines.h"
#include "engine/run/run.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope diff A B [--python VERSION]
       awaitscope diff A --python VERSION,VERSION

Shows how two programs differ, and the order of calls in their runs side by side: what both do is in
the same rows, and a line says where they part. With two versions of Python it is one program, under each of them.

A and B are, each:
  await=closure&use=await   toggles, as in the page's address (quote the &)
  awaitable                 a lesson, see `awaitscope lessons`
  FILE                      a Python program; - for standard input

VERSION is 3.11, 3.14 (the default) or 3.15.

In the rows | stands where the two do something else, < and > where only one does something. Runs
are compared up to 200,000 events and 20,000 calls.

exit status: 0 both do the same; 1 they do not; 2 the command line is wrong, or FILE cannot be read
)";

struct Side {
  std::string name, source;
  Version version = kDefaultVersion;
  Version newest = Version::V3_15;  // in which it runs
  std::unique_ptr<CallOrder> order;
};

// False after saying what is wrong.
bool read(std::string_view word, Side& side) {
  side.name = word;
  Toggles toggles;
  if (word.find('=') != std::string_view::npos) {
    if (auto wrong = toggles_from_address(word, toggles)) {
      usage_error("diff", *wrong);
      return false;
    }
  } else if (const Lesson* lesson = find_lesson(word)) {
    side.source = lesson->source();
    side.newest = lesson->python_for(Version::V3_15);
    return true;
  } else {
    return read_source(word, side.source);
  }
  side.source = source_of(toggles);
  side.newest = newest_that_runs(toggles);
  return true;
}

// "3.14" or "3.11,3.14". False after saying what is wrong.
bool parse_versions(std::string_view word, std::vector<Version>& to) {
  to.clear();
  const size_t comma = word.find(',');
  Version version;
  if (!parse_version("diff", word.substr(0, comma), version)) return false;
  to.push_back(version);
  if (comma == word.npos) return true;
  if (!parse_version("diff", word.substr(comma + 1), version)) return false;
  to.push_back(version);
  return true;
}

void run(Side& side) {
  RunOptions options;
  options.version = side.version;
  Run run(side.source, options);
  run.go(kDefaultBudget);
  const Reader reader(run.recording());
  side.order =
      std::make_unique<CallOrder>(side.source, reader, run.recording(), in_words(run.end()));
}

size_t width_of(std::string_view text) {
  return size_t(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

std::string cell(const Call& call) {
  std::string number = call.line ? std::to_string(call.line) : "";
  std::string text = std::string(4 - std::min<size_t>(4, number.size()), ' ') + number + "  ";
  text.append(2 * size_t(call.depth), ' ');
  if (call.kind != EventKind::End) text += std::string(call.word()) + " ";
  text += call.function;
  if (!call.function.empty() && !call.detail.empty()) text += ": ";
  text += call.detail;
  constexpr size_t kWidest = 76;
  if (width_of(text) <= kWidest) return text;
  size_t end = kWidest - 1;
  while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// As `diff -u` has them, but whole; what only one has stands with its own indentation.
std::string programs(const Side& left, const Side& right, const Comparison& compared) {
  const auto a = lines_of(left.source), b = lines_of(right.source);
  std::string text;
  for (const ComparedRow& row : below_one_another(compared.lines)) {
    const bool removed = row.right == ComparedRow::kNone;
    const std::string_view line = removed ? a[row.left] : b[row.right];
    text += row.same ? ' ' : removed ? '-' : '+';
    if (!line.empty()) (text += ' ') += line;
    text += '\n';
  }
  return text;
}

std::string runs(const Side& left, const Side& right, const Comparison& compared) {
  size_t width = width_of(left.name);
  for (const Call& call : left.order->calls) width = std::max(width, width_of(cell(call)));
  std::string text =
      left.name + std::string(width - width_of(left.name) + 5, ' ') + right.name + "\n";
  const size_t parts = compared.first_difference();
  for (size_t i = 0; i < compared.calls.size(); ++i) {
    const ComparedRow& row = compared.calls[i];
    if (i == parts) text += "--- here they part ---\n";
    const bool has_left = row.left != ComparedRow::kNone,
               has_right = row.right != ComparedRow::kNone;
    const std::string a = has_left ? cell(left.order->calls[row.left]) : "";
    const std::string b = has_right ? cell(right.order->calls[row.right]) : "";
    const char mark = row.same ? ' ' : !has_right ? '<' : !has_left ? '>' : '|';
    text += a + std::string(width - width_of(a), ' ') + "  " + mark + "  " + b;
    while (text.back() == ' ') text.pop_back();
    text += '\n';
  }
  return text;
}

}  // namespace

int diff_command(const Words& words) {
  std::vector<Side> sides;
  std::vector<Version> versions;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") return write_out(kHelp) ? kDone : kUsage;
    if (word == "--python") {
      if (i + 1 == words.size()) return usage_error("diff", "--python needs a value");
      if (!parse_versions(words[++i], versions)) return kUsage;
      continue;
    }
    if (word.size() > 1 && word[0] == '-') {
      return usage_error("diff", "there is no option " + std::string(word));
    }
    if (sides.size() == 2) return usage_error("diff", "more than A and B");
    sides.emplace_back().name = word;
  }
  if (versions.size() == 2) {
    if (sides.size() != 1) {
      return usage_error("diff", "under two versions it is one program: A and nothing else");
    }
    Side same;
    same.name = sides[0].name;
    sides.push_back(std::move(same));
  }
  if (sides.size() < 2) return usage_error("diff", "A and B are needed");
  if (sides[0].name == "-" && sides[1].name == "-" && versions.size() != 2) {
    return usage_error("diff", "only one of A and B can be standard input");
  }
  for (Side& side : sides) {
    if (versions.size() == 2 && &side != &sides[0]) {
      side.source = sides[0].source;
    } else if (!read(std::string(side.name), side)) {
      return kUsage;
    }
  }
  if (versions.size() == 2) {
    for (size_t i = 0; i < 2; ++i) {
      sides[i].name = "Python " + std::string(names_of(versions[i]).minor);
    }
  }
  if (versions.empty()) {
    versions = {std::min({kDefaultVersion, sides[0].newest, sides[1].newest})};
  }
  sides[0].version = versions.front();
  sides[1].version = versions.back();
  for (Side& side : sides) run(side);
  const Comparison compared = compare(*sides[0].order, *sides[1].order);
  const bool same = compared.first_difference() == compared.calls.size();
  const std::string text = programs(sides[0], sides[1], compared) + "\n" +
                           runs(sides[0], sides[1], compared) + (same ? "Both do the same.\n" : "");
  if (!write_out(text)) return kUsage;
  return same ? kDone : kFailed;
}

}  // namespace awaitscope
