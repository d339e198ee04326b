#include "engine/recording/reading/explaining.h"

#include <algorithm>

#include "engine/recording/reading/line_contents.h"

namespace awaitscope {

namespace {
constexpr size_t kLongestValue = 80;
}  // namespace

std::string in_code(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string shortened(std::string text) {
  if (text.size() <= kLongestValue) return text;
  size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string listed(const std::vector<std::string>& names, size_t most) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i == most) return text + " and " + std::to_string(names.size() - most) + " more";
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

bool is_body(const Code& code) { return !(code.flags & Code::kOptimized); }
bool is_module(const Code& code) { return code.qualname == "<module>"; }

Explaining::Explaining(const Reader& reader, const Recording& recording, size_t step)
    : reader_(reader),
      recording_(recording),
      step_(std::min(step, reader.steps() - 1)),
      index_(reader.event_of(step_)),
      event_(recording[index_]) {}

std::string Explaining::filled(std::string_view text) const {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      result += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const auto set = std::find_if(set_.begin(), set_.end(),
                                  [&](const auto& each) { return each.first == name; });
    result += set != set_.end() ? set->second : word(name);
    i = end;
  }
  // A sentence that begins with a name of ours, such as "the program", begins with a capital.
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = char(result[0] - 32);
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

// What follows from the step itself.
std::string Explaining::word(std::string_view name) const {
  const EventKind kind = event_.kind();
  if (name == "function") return function(is_of_frame(kind) ? event_.subject : moment().frame);
  if (name == "outer") return function(reader_.outer_frame(step_));
  if (name == "value") return carries_value(kind) ? value(event_.shown()) : "";
  if (name == "task") return task_name(is_of_task(kind) ? event_.subject : moment().task);
  if (name == "line") return line_number();
  if (name == "coroutine")
    return std::string(recording_.text(recording_.tasks()[event_.subject].coroutine));
  if (name == "future") return std::to_string(event_.subject);
  if (name == "turn" || name == "status") return std::to_string(event_.operand);
  return "";
}

void Explaining::say(TextId id) {
  answer_.id = id;
  answer_.text = filled(text_of(id).text);
  const Link& link = link_of(text_of(id).link);
  answer_.link = "https://docs.python.org/" + std::string(names_of(recording_.version()).minor) +
                 "/" + std::string(link.address);
  answer_.link_title = link.title;
}

void Explaining::say(const Mistake& mistake) {
  set("text", std::string(mistake.text));
  say(TextId::Mistake);
  const Link& link = link_of(mistake.link);
  answer_.link.resize(answer_.link.size() - link_of(text_of(TextId::Mistake).link).address.size());
  answer_.link += link.address;
  answer_.link_title = link.title;
  answer_.instead = mistake.instead;
}

std::string Explaining::function(uint32_t frame) const {
  if (frame == 0) return "";
  const Code& code = recording_.code_of(frame);
  return is_module(code) ? "the program" : in_code(code.qualname);
}

std::string Explaining::value(Shown shown, size_t event) const {
  return in_code(shortened(reader_.show(shown, event)));
}

const TaskView* Explaining::task_view(uint32_t task) const {
  for (const TaskView& view : moment().tasks) {
    if (view.task == task) return &view;
  }
  return nullptr;
}

std::string Explaining::task_name(uint32_t task) const {
  if (task == 0 || task >= recording_.tasks().size()) return "the task";
  const TaskView* view = task_view(task);
  return in_code(view ? view->name : recording_.text(recording_.tasks()[task].name));
}

const ThreadView* Explaining::thread_view(uint32_t thread) const {
  for (const ThreadView& view : moment().threads) {
    if (view.thread == thread) return &view;
  }
  return nullptr;
}

std::string Explaining::thread_name(uint32_t thread) const {
  return thread ? in_code(recording_.text(recording_.threads()[thread].name)) : "`MainThread`";
}

bool Explaining::is_from_thread() const {
  const ThreadView* running = thread_view(moment().thread);
  return running && !running->in_loop && count_of_loops() > 0;
}

size_t Explaining::count_of_loops() const {
  const std::vector<ThreadView>& threads = moment().threads;
  return size_t(std::count_if(threads.begin(), threads.end(),
                              [](const ThreadView& view) { return view.in_loop; }));
}

const Moment& Explaining::moment() const {
  if (!moment_) moment_ = reader_.moment(step_);
  return *moment_;
}

const Event* Explaining::next_of(uint32_t frame, size_t event) const {
  while (++event < recording_.size()) {
    const Event& e = recording_[event];
    if (e.subject == frame && is_of_frame(e.kind())) return &e;
  }
  return nullptr;
}

std::string Explaining::awaiting_statement(const Event& event) const {
  const Code& code = recording_.code_of(event.subject);
  if (event.offset() >= code.instructions.size()) return "`await`";
  const Instruction instruction = code.instructions[event.offset()];
  if (instruction.opcode() == Opcode::GET_AWAITABLE && instruction.operand() > 0)
    return "`async with`";
  const bool next = event.offset() > 0 && instruction.opcode() != Opcode::GET_AWAITABLE;
  return next && code.instructions[event.offset()].opcode() == Opcode::GET_ANEXT ? "`async for`"
                                                                                 : "`await`";
}

bool Explaining::is_awaiting(const Event* event, uint32_t frame) const {
  if (!event || !is_of_frame(event->kind()) || event->subject != frame) return false;
  switch (event->kind()) {
    case EventKind::AwaitCoroutine:
    case EventKind::AwaitMethod:
    case EventKind::AwaitNative:
    case EventKind::EnterAsync:
    case EventKind::ExitAsync:
    case EventKind::NextAsync: return true;
    case EventKind::Resume:
    case EventKind::Suspend:
    case EventKind::Throw:
      return recording_.code_of(frame).instructions[event->offset()].opcode() == Opcode::SEND;
    default: return false;
  }
}

bool Explaining::begins_line(const Event& event) const {
  return recording_.code_of(event.subject).instructions[event.offset()].opcode() == Opcode::LINE;
}

bool Explaining::goes_on_by_exception(const Event& event) const {
  const EventKind kind = event.kind();
  if (kind == EventKind::Raise || kind == EventKind::Throw) return true;
  return kind == EventKind::Line &&
         (!begins_line(event) ||
          is_reached_by_exception(recording_.code_of(event.subject), event.offset()));
}

std::string Explaining::exception_before() const {
  for (size_t i = index_; i-- > 0;) {
    const Event& event = recording_[i];
    const EventKind kind = event.kind();
    if (kind == EventKind::Raise || kind == EventKind::Throw ||
        (kind == EventKind::Caught && event.subject == event_.subject))
      return value(event.shown());
    if (kind == EventKind::Line && event.subject == event_.subject && !begins_line(event)) continue;
    if (is_of_frame(kind) || kind == EventKind::TaskStep || kind == EventKind::HandleRun) break;
  }
  return "";
}

}  // namespace awaitscope
