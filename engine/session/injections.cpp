#include "engine/session/injections.h"

#include <algorithm>
#include <charconv>

#include "engine/syntax/syntax.h"

namespace awaitscope {

namespace {

constexpr std::string_view kCommon[] = {"TimeoutError", "ConnectionError", "ValueError",
                                        "RuntimeError", "KeyboardInterrupt"};

std::string_view name_of(const ast::Expr* expression) {
  if (expression->kind == ast::ExprKind::Name) return static_cast<const ast::Name*>(expression)->id;
  if (expression->kind == ast::ExprKind::Attribute)
    return static_cast<const ast::Attribute*>(expression)->attr;
  return {};
}

// As exceptions are named; what is none after all is not raised.
bool is_exception(std::string_view base, const std::vector<std::string>& own) {
  for (const std::string_view ending :
       {"Error", "Exception", "Interrupt", "Exit", "Warning", "Group"}) {
    if (base.ends_with(ending)) return true;
  }
  return std::find(own.begin(), own.end(), base) != own.end();
}

// A number up to a dot or the end; takes both away. -1: there is none.
int64_t take_number(std::string_view& text) {
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const size_t size = size_t(end - text.data());
  if (error != std::errc() || (size < text.size() && text[size] != '.')) return -1;
  text.remove_prefix(std::min(size + 1, text.size()));
  return number;
}

// Up to a comma, which goes too, without the backslashes.
std::string take_one(std::string_view& text) {
  std::string one;
  size_t i = 0;
  for (; i < text.size() && text[i] != ','; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    one += text[i];
  }
  text.remove_prefix(std::min(i + 1, text.size()));
  return one;
}

}  // namespace

std::vector<std::string> exceptions_to_raise(std::string_view source, Version version) {
  std::vector<std::string> names;
  const Parsed parsed = parse(source, version);
  if (parsed.tree) {
    for (const ast::Stmt* statement : parsed.tree->module->body) {
      if (statement->kind != ast::StmtKind::ClassDef) continue;
      const auto* made = static_cast<const ast::ClassDef*>(statement);
      const bool any = std::any_of(made->bases.begin(), made->bases.end(), [&](const ast::Expr* e) {
        return is_exception(name_of(e), names);
      });
      if (any) names.emplace_back(made->name);
    }
  }
  for (const std::string_view common : kCommon) names.emplace_back(common);
  return names;
}

std::string injections_text(const Session& session) {
  std::string text;
  for (const Injection& injection : session.injections()) {
    if (!text.empty()) text += ',';
    text += std::to_string(session.reader().step_of(injection.event)) + "." +
            std::to_string(injection.task);
    if (!injection.exception.empty()) text += '.';
    for (const char c : injection.exception) {
      if (c == ',' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

bool set_injections(Session& session, std::string_view text) {
  if (text == injections_text(session)) return true;
  const size_t looked_at = session.step();
  while (!session.injections().empty()) session.take_back_injection();
  bool all = true;
  while (!text.empty()) {
    const std::string taken = take_one(text);
    std::string_view one = taken;
    const int64_t step = take_number(one), task = step < 0 ? -1 : take_number(one);
    if (task < 1 || size_t(step) >= session.steps() ||
        size_t(task) >= session.recording().tasks().size()) {
      all = false;
      continue;
    }
    session.seek(size_t(step));
    if (!session.inject(uint32_t(task), one).empty()) all = false;
  }
  session.seek(looked_at);
  return all;
}

}  // namespace awaitscope
