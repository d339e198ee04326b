#include "engine/session/switched.h"

#include <algorithm>
#include <unordered_map>

#include "engine/recording/reading/compare.h"

namespace awaitscope {

namespace {

std::vector<std::string_view> lines_of(std::string_view source) {
  std::vector<std::string_view> lines;
  while (!source.empty()) {
    const size_t end = std::min(source.find('\n'), source.size());
    lines.push_back(source.substr(0, end));
    source.remove_prefix(std::min(end + 1, source.size()));
  }
  return lines;
}

// The last line of a traceback that is at the margin.
std::string_view exception_line(std::string_view traceback) {
  std::string_view found;
  for (std::string_view line : lines_of(traceback)) {
    if (!line.empty() && line[0] != ' ' && line[0] != '+') found = line;
  }
  return found;
}

// An exception's own words may end a sentence already.
std::string without_full_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// A class's body runs its `def` lines; that says nothing about whether a method is called.
bool is_in_a_class(const Code& code) {
  return !(code.flags & Code::kOptimized) && code.name != "<module>";
}

// The numbers of the lines that only one of the two programs has.
struct Differences {
  std::vector<int> gone, made;
};
Differences differences(std::string_view before, std::string_view after) {
  std::unordered_map<std::string_view, uint32_t> numbers;
  auto keys_of = [&](const std::vector<std::string_view>& lines) {
    std::vector<uint32_t> keys;
    for (std::string_view line : lines)
      keys.push_back(numbers.try_emplace(line, uint32_t(numbers.size())).first->second);
    return keys;
  };
  const std::vector<std::string_view> old_lines = lines_of(before), new_lines = lines_of(after);
  const std::vector<uint32_t> left = keys_of(old_lines), right = keys_of(new_lines);
  Differences result;
  for (const ComparedRow& row : align(left, right)) {
    if (row.same) continue;
    auto has_text = [](std::string_view line) { return line.find_first_not_of(' ') != line.npos; };
    if (row.left != ComparedRow::kNone && has_text(old_lines[row.left]))
      result.gone.push_back(int(row.left) + 1);
    if (row.right != ComparedRow::kNone && has_text(new_lines[row.right]))
      result.made.push_back(int(row.right) + 1);
  }
  return result;
}

std::optional<size_t> first_step_at(const std::vector<int>& lines, const Reader& reader,
                                    const Recording& recording) {
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (event.kind() != EventKind::Line || is_in_a_class(recording.code_of(event.subject)))
      continue;
    if (std::binary_search(lines.begin(), lines.end(), int(recording.position(event).line)))
      return reader.step_of(e);
  }
  return std::nullopt;
}

// A choice of `use` under which the method of this toggle is called, where it is not now.
const Choice* use_that_calls(std::string_view toggle, const Toggles& toggles) {
  const UseChoice use = toggles.use();
  const bool enters = use == UseChoice::async_with || use == UseChoice::await_async_with;
  UseChoice other = UseChoice::async_with;
  if (toggle == "await") {
    if (use == UseChoice::await || use == UseChoice::await_twice ||
        use == UseChoice::await_async_with)
      return nullptr;
    other = UseChoice::await;
  } else if ((toggle != "aenter" && toggle != "aexit") || enters) {
    return nullptr;
  }
  for (const Toggle& each : toggle_table()) {
    if (each.id == "use") return &each.choices[size_t(other)];
  }
  return nullptr;
}

}  // namespace

std::optional<Failure> failure_of(const Reader& reader, const Recording& recording) {
  // What the module was left by, and where that was raised first.
  size_t last = recording.size();
  while (last-- > 0) {
    const Event& event = recording[last];
    if (event.kind() == EventKind::Raise && recording.code_of(event.subject).name == "<module>")
      break;
    if (last == 0) return std::nullopt;
  }
  if (last >= recording.size()) return std::nullopt;
  size_t first = 0;
  while (recording[first].kind() != EventKind::Raise ||
         !(recording[first].shown() == recording[last].shown()))
    ++first;
  Failure failure{{}, reader.step_of(first), int(recording.position(recording[first]).line)};
  for (size_t e = last; e < recording.size(); ++e) {
    if (recording[e].kind() != EventKind::Err) continue;
    failure.exception = exception_line(recording.text(recording[e].operand));
    break;
  }
  return failure;
}

BeforeSwitch before_switch(const std::string& source, const Toggles& toggles, const Reader& reader,
                           const Recording& recording) {
  BeforeSwitch before{source, toggles, failure_of(reader, recording), {}};
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (event.kind() == EventKind::Line && !is_in_a_class(recording.code_of(event.subject)))
      before.lines_run.insert(int(recording.position(event).line));
  }
  return before;
}

SwitchChange change_by_replacing() {
  SwitchChange change;
  change.replaced = true;
  change.text = "This program has replaced yours. Until the next step, yours can be brought back.";
  return change;
}

std::optional<SwitchChange> change_of(const BeforeSwitch& before, const std::string& source,
                                      const Toggles& toggles, const Reader& reader,
                                      const Recording& recording) {
  SwitchChange change;
  size_t differing = 0;
  for (size_t t = 0; t < kToggleCount; ++t) {
    if (toggles.chosen(t) == before.toggles.chosen(t)) continue;
    change.toggle = t;
    ++differing;
  }
  if (differing != 1) return std::nullopt;

  const Toggle& toggle = toggle_table()[change.toggle];
  const std::string name = "`" + std::string(toggle.label) + "`";
  const Differences lines = differences(before.source, source);
  change.lines = lines.made;
  const std::optional<Failure> failure = failure_of(reader, recording);
  const std::optional<size_t> used = first_step_at(lines.made, reader, recording);
  const bool was_used = std::any_of(lines.gone.begin(), lines.gone.end(),
                                    [&](int line) { return before.lines_run.count(line) > 0; });
  if (failure && (!before.failure || before.failure->exception != failure->exception)) {
    change.text = (before.failure ? "Now fails differently, at line " : "Now fails at line ") +
                  std::to_string(failure->line) + ": `" + without_full_stop(failure->exception) +
                  "`.";
    change.step = failure->step;
  } else if (!failure && before.failure) {
    change.text = "The program no longer fails.";
    change.step = used;
  } else if (used) {
    change.text = "Line " +
                  std::to_string(recording.position(recording[reader.event_of(*used)]).line) +
                  (was_used ? " changed" : " is new") + ". It first runs at step " +
                  std::to_string(*used) + ".";
    change.step = used;
  } else if (was_used) {
    change.text = "Lines of " + name + " are gone, and the program still ends as it did.";
  } else if (const Choice* use = use_that_calls(toggle.id, toggles)) {
    change.text =
        "This run never calls " + name + ". With `" + std::string(use->label) + "` it would.";
  } else if (failure) {
    change.text = "The program still fails at line " + std::to_string(failure->line) +
                  ", before it gets to this.";
    change.step = failure->step;
  } else {
    change.text = "This run never gets to the changed lines.";
  }
  return change;
}

}  // namespace awaitscope
